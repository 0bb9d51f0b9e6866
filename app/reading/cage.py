"""What the process that reads a document may not do: use more than its share, write, connect, start programs.

The hard limits (memory, seconds of CPU, seconds on the clock, no byte into a file) hold on every Linux. The rest is
done in two layers, each as far as the system permits: the kernel refuses the system calls (seccomp, no network, no
capabilities), which holds against a fault in native code too, and Python refuses the same in its own words.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import signal
import struct
import sys

OPEN_FILES = 16
"""Enough to import a module on demand; a reader opens nothing else."""

_PR_SET_PDEATHSIG, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 1, 22, 38
_SECCOMP_MODE_FILTER = 2
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_CAPABILITIES_3 = 0x20080522

# System calls by architecture: its audit number, then calls that are refused, signals that may go to the process
# itself only (abort() needs that), and calls that open files with the position of their flags.
_CALLS: dict[str, tuple[int, frozenset[int], frozenset[int], dict[int, int]]] = {
    "x86_64": (
        0xC000003E,
        frozenset(
            (
                *(41, 42, 43, 49, 50, 53, 288),  # socket connect accept bind listen socketpair accept4
                *(56, 57, 58, 59, 322, 435),  # clone fork vfork execve execveat clone3
                *(76, 82, 83, 84, 85, 86, 87, 88),  # truncate rename mkdir rmdir creat link unlink symlink
                *(90, 91, 92, 93, 94, 133),  # chmod fchmod chown fchown lchown mknod
                *(
                    258,
                    259,
                    260,
                    263,
                    264,
                    265,
                    266,
                    268,
                ),  # mkdirat mknodat fchownat unlinkat renameat linkat symlinkat …
                *(
                    188,
                    189,
                    190,
                    280,
                    316,
                    319,
                    437,
                ),  # setxattr lsetxattr fsetxattr utimensat renameat2 memfd_create openat2
                *(101, 129, 298, 310, 311, 424, 438),  # ptrace rt_sigqueueinfo perf_event_open process_vm_… pidfd_…
                *(126, 155, 161, 165, 166, 272, 308),  # capset pivot_root chroot mount umount2 unshare setns
                *(175, 246, 248, 249, 250, 313),  # init_module kexec_load add_key request_key keyctl finit_module
                *(321, 323, 425, 428, 429, 430),  # bpf userfaultfd io_uring_setup open_tree move_mount fsopen
            )
        ),
        frozenset((62, 200, 234)),  # kill tkill tgkill
        {2: 1, 257: 2},  # open openat
    ),
    "aarch64": (
        0xC00000B7,
        frozenset(
            (
                *(198, 199, 200, 201, 202, 203, 242),  # socket socketpair bind listen accept connect accept4
                *(220, 221, 281, 435),  # clone execve execveat clone3
                *(
                    33,
                    34,
                    35,
                    36,
                    37,
                    38,
                    45,
                    276,
                ),  # mknodat mkdirat unlinkat symlinkat linkat renameat truncate renameat2
                *(
                    5,
                    6,
                    7,
                    52,
                    53,
                    54,
                    55,
                    88,
                ),  # setxattr lsetxattr fsetxattr fchmod fchmodat fchownat fchown utimensat
                *(279, 437),  # memfd_create openat2
                *(117, 138, 241, 270, 271, 424, 438),  # ptrace rt_sigqueueinfo perf_event_open process_vm_… pidfd_…
                *(39, 40, 41, 51, 91, 97, 268),  # umount2 mount pivot_root chroot capset unshare setns
                *(104, 105, 217, 218, 219, 273),  # kexec_load init_module add_key request_key keyctl finit_module
                *(280, 282, 425, 428, 429, 430),  # bpf userfaultfd io_uring_setup open_tree move_mount fsopen
            )
        ),
        frozenset((129, 130, 131)),
        {56: 2},
    ),
}

# Python's own names for the same (audit events); a name that ends in a dot stands for all that begin with it.
_REFUSED_EVENTS = (
    *("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.__new__", "socket.getaddrinfo"),
    *("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "os.kill"),
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown"),
    *("os.utime", "os.setxattr", "os.removexattr", "os.putenv", "os.unsetenv", "pty.spawn"),
    *("ftplib.", "http.", "smtplib.", "shutil.", "tempfile.", "urllib.", "sqlite3.", "webbrowser."),
)
_WRITE_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def leave_network() -> None:
    """Move this process, and all it will fork, into an empty network of its own, where the kernel permits it."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWNET) != 0:  # root may do this; others need a user namespace of their own as well
        libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def enter(*, memory: int, cpu_seconds: int, seconds: int, parent: int) -> None:
    """Lock this process in, for good; it has no other threads.

    ``memory`` is the address space in bytes, ``cpu_seconds`` and ``seconds`` end the process by SIGXCPU and SIGALRM,
    and so does the end of ``parent``, its process id.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended before we could ask to end with it
        os._exit(1)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    signal.alarm(seconds)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NPROC, 0)
    _limit(resource.RLIMIT_NOFILE, OPEN_FILES)
    _limit(resource.RLIMIT_CPU, cpu_seconds, hard=cpu_seconds + 1)
    _drop_capabilities(libc)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    _filter_calls(libc)
    sys.addaudithook(_refuse)
    _limit(resource.RLIMIT_AS, memory)


def kernel_refuses() -> bool:
    """Whether this process is under a filter of system calls."""
    with open("/proc/self/status", encoding="ascii", errors="replace") as lines:  # noqa: PTH123
        return any(line.split() == ["Seccomp:", str(_SECCOMP_MODE_FILTER)] for line in lines)


def _limit(kind: int, soft: int, *, hard: int | None = None) -> None:
    """Set a limit, or leave a stricter one that is there."""
    highest = resource.getrlimit(kind)[1]
    wanted = soft if hard is None else hard
    ceiling = wanted if highest == resource.RLIM_INFINITY else min(wanted, highest)
    resource.setrlimit(kind, (min(soft, ceiling), ceiling))


def _drop_capabilities(libc: ctypes.CDLL) -> None:
    header = struct.pack("=Ii", _CAPABILITIES_3, 0)
    libc.capset(header, bytes(24))  # effective, permitted, inheritable: none


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Audit hook: an exception here stops what Python is about to do."""
    if event == "open":
        _, mode, flags = arguments
        if (isinstance(flags, int) and flags & _WRITE_FLAGS) or (isinstance(mode, str) and set(mode) & set("wax+")):
            raise PermissionError("a reader does not write")
    elif event.startswith(_REFUSED_EVENTS):
        raise PermissionError(f"a reader may not: {event}")


def _filter_calls(libc: ctypes.CDLL) -> None:
    """Ask the kernel to refuse system calls that no reader needs; without effect where it cannot."""
    known = _CALLS.get(platform.machine())
    if known is None:
        return
    program = _program(known, os.getpid())
    code = ctypes.create_string_buffer(program)
    # struct sock_fprog: number of instructions, padding, address
    prog = ctypes.create_string_buffer(struct.pack("=HxxxxxxQ", len(program) // 8, ctypes.addressof(code)))
    libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.c_void_p(ctypes.addressof(prog)), 0, 0)


def _program(known: tuple[int, frozenset[int], frozenset[int], dict[int, int]], own_pid: int) -> bytes:
    """The filter in the kernel's packet filter language: 8 bytes a step (code, jump if true, jump if not, value)."""
    architecture, refused, signals, opens = known
    load, equal, at_least, any_bit, answer = 0x20, 0x15, 0x35, 0x45, 0x06
    allow, refuse = 0x7FFF0000, 0x00050000 | 1  # EPERM
    number_at, architecture_at, arguments_at = 0, 4, 16

    def step(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
        return struct.pack("=HBBI", code, yes, no, value)

    steps = [step(load, architecture_at), step(equal, architecture, 1, 0), step(answer, refuse)]
    steps += [step(load, number_at), step(at_least, 0x40000000, 0, 1), step(answer, refuse)]  # another numbering (x32)
    for number in sorted(refused):
        steps += [step(equal, number, 0, 1), step(answer, refuse)]
    for number in sorted(signals):  # the first argument is the process: only its own
        steps += [step(equal, number, 0, 4), step(load, arguments_at), step(equal, own_pid, 1, 0)]
        steps += [step(answer, refuse), step(answer, allow)]
    for number, position in sorted(opens.items()):
        steps += [step(equal, number, 0, 4), step(load, arguments_at + 8 * position)]
        steps += [step(any_bit, _WRITE_FLAGS, 0, 1), step(answer, refuse), step(answer, allow)]
    steps.append(step(answer, allow))
    return b"".join(steps)
