# The command line in a container: docker build -t advocacy . && docker run --rm -v "$PWD:/work" advocacy check
FROM node:20-alpine AS build
WORKDIR /source
COPY . .
RUN npm ci --ignore-scripts && node scripts/build.mjs

FROM node:20-alpine
WORKDIR /opt/advocacy
COPY --from=build /source/dist/cli.js /source/dist/server.js /source/dist/program.js /source/dist/word.js /source/dist/import.js /source/dist/encoder.js /source/dist/encoder.bin ./
USER node
WORKDIR /work
ENTRYPOINT ["node", "/opt/advocacy/cli.js"]
