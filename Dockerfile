# Formklar in a container: no root, nothing to write, no network needed.
#
#   docker build -t formklar .
#   docker run --rm --init --read-only --tmpfs /tmp:size=64m,mode=1777 --cap-drop ALL --security-opt no-new-privileges \
#       --memory 1g --pids-limit 128 -p 127.0.0.1:8000:8000 formklar
#
# Scanned pages are read as well, by Tesseract, in an image made with --build-arg OCR=on.
# --init reaps the child processes that read files, should their parent be killed.

FROM python:3.11-slim AS build

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /srv/formklar

# What runs: wheels only, each with its hash.
COPY requirements/run.txt requirements/
RUN python -m venv /opt/formklar \
    && /opt/formklar/bin/pip install --only-binary :all: --require-hashes -r requirements/run.txt

# What builds: the build tool is locked with the tools of development and stays behind in this stage.
COPY requirements/dev.txt requirements/
RUN python -m venv /opt/tools \
    && /opt/tools/bin/pip install --only-binary :all: --require-hashes -r requirements/dev.txt

# The project is linked, not copied, into its environment: rules/ and models/ lie beside app/.
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY app app
RUN /opt/tools/bin/python -c "from hatchling.build import build_editable; build_editable('/tmp')" \
    && /opt/formklar/bin/pip install --no-index --no-deps /tmp/formklar-*.whl \
    && /opt/formklar/bin/pip uninstall --yes pip \
    && /opt/formklar/bin/python -m compileall -q app

FROM python:3.11-slim

ARG OCR=off
RUN if [ "$OCR" = on ]; then \
        apt-get update \
        && apt-get install -y --no-install-recommends tesseract-ocr tesseract-ocr-deu tesseract-ocr-eng \
        && rm -rf /var/lib/apt/lists/*; \
    fi

ENV PATH=/opt/formklar/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    FORMKLAR_OCR=$OCR \
    OMP_NUM_THREADS=1 \
    OPENBLAS_NUM_THREADS=1 \
    MKL_NUM_THREADS=1

RUN groupadd --gid 10001 formklar \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin formklar

WORKDIR /srv/formklar
COPY --from=build /opt/formklar /opt/formklar
COPY --from=build /srv/formklar/app app
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY models models
COPY rules rules

USER 10001:10001
EXPOSE 8000

HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen('http://127.0.0.1:' + os.environ.get('FORMKLAR_PORT', '8000') + '/v1/health/live', timeout=4)"]

CMD ["formklar", "serve", "--host", "0.0.0.0"]
