# The site in a box: docs/deployment.md tells how to run it, `make image-check` proves it.
ARG BASE=python:3.12-slim-bookworm

FROM ${BASE} AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
WORKDIR /src
COPY requirements/ requirements/
# Wheels only, hashes checked: nothing is compiled, so no compiler is ever installed.
RUN python3 -m venv /opt/tools \
    && /opt/tools/bin/python -m pip install --require-hashes --only-binary :all: \
        -r requirements/build.lock -r requirements/release.lock \
    && python3 -m venv /opt/onrecord \
    && /opt/onrecord/bin/python -m pip install --require-hashes --only-binary :all: -r requirements/runtime.lock
COPY pyproject.toml README.md LICENSE ./
COPY app/ app/
COPY templates/ templates/
COPY static/ static/
COPY migrations/ migrations/
COPY seeds/ seeds/
RUN /opt/tools/bin/python -m pip wheel --no-deps --no-build-isolation --no-index --wheel-dir dist . \
    && /opt/onrecord/bin/python -m pip install --no-deps --no-index dist/*.whl \
    && /opt/onrecord/bin/python -m pip uninstall --quiet --yes pip setuptools \
    && mkdir -p /opt/onrecord/share/onrecord \
    && /opt/tools/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
        --output-file /opt/onrecord/share/onrecord/sbom.cdx.json /opt/onrecord/bin/python

FROM ${BASE}
COPY --from=build /opt/onrecord /opt/onrecord
COPY deploy/start.sh /usr/local/bin/onrecord-start
COPY deploy/healthy.sh /usr/local/bin/onrecord-healthy
ENV PATH=/opt/onrecord/bin:/usr/local/bin:/usr/bin:/bin \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    ONRECORD_DATA_DIR=/data
RUN mkdir -p /data && chown 10001:10001 /data
VOLUME /data
USER 10001:10001
WORKDIR /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s --retries=3 \
    CMD ["onrecord-healthy"]
CMD ["onrecord-start"]
