# Readout as a container: not root, and nothing to be written but DATA_DIR.
#   docker build -t readout .
#   docker run --read-only --tmpfs /tmp --env-file .env -v readout-var:/var/lib/readout \
#     -v "$PWD/data/articles:/app/data/articles:ro" readout
FROM node:22-slim AS built
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-slim
ENV NODE_ENV=production DATA_DIR=/var/lib/readout METRICS_PORT=9464
WORKDIR /app
COPY --from=built /app /app
RUN mkdir -p /var/lib/readout && chown node:node /var/lib/readout
USER node
VOLUME /var/lib/readout
# Healthy is: the gateway is open and the archive answers.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.METRICS_PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# SIGTERM answers what is in flight, for at most ten seconds.
STOPSIGNAL SIGTERM
CMD ["node", "dist/src/app/main.js"]
