#!/bin/bash
# Builds target/speech/ARCH/bin/whisper-cli, static, for this machine's processor or for the one that is named: whisper.cpp 1.9.1
# from the npm package that carries its source. What is there already is left as it is.
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
. "$here/debian.sh"

package=nodejs-whisper@0.3.1
# The package's integrity, in hexadecimal
sha512=71ea2295456b691b91e459cdc97a46413d9ab80478f0e7370100449a45e75694a7f6237ac95473401142a954c659b93a59d8bde4d86fc1737316fb91edeacb5b

arch=${1:-$(uname -m | sed s/aarch64/arm64/)}
speech=${SPEECH_DIR:-$here/../../target/speech}
program=$speech/$arch/bin/whisper-cli
[ ! -x "$program" ] || exit 0

options=(-DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF -DCMAKE_EXE_LINKER_FLAGS='-static -s' -DGGML_NATIVE=OFF -DGGML_OPENMP=OFF
    -DWHISPER_BUILD_TESTS=OFF -DWHISPER_BUILD_SERVER=OFF)
# What all of Lambda's processors have, and any other of the last ten years
case $arch in
    x86_64) cpu=x86_64 options+=(-DGGML_AVX=ON -DGGML_AVX2=ON -DGGML_FMA=ON -DGGML_F16C=ON -DGGML_BMI2=ON) ;;
    arm64) cpu=aarch64 options+=(-DGGML_CPU_ARM_ARCH=armv8.2-a+fp16+dotprod) ;;
esac
tools=$(compilers_for "$arch")
if [ "$(uname -m)" != "$cpu" ]; then
    options+=(-DCMAKE_SYSTEM_NAME=Linux -DCMAKE_SYSTEM_PROCESSOR="$cpu"
        -DCMAKE_C_COMPILER="$cpu-linux-gnu-gcc" -DCMAKE_CXX_COMPILER="$cpu-linux-gnu-g++")
fi
require cmake:cmake make:make npm:npm $tools

mkdir -p "$speech"
work=$(mktemp -d -p "$speech" build.XXXXXX)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack "$package" --loglevel=error --fetch-retries=1 >npm.log 2>&1 ||
    refuse "$package could not be fetched from npm's registry ($(sed -n 's/^npm \(error\|ERR!\) //p' npm.log | head -n 1)): whisper-cli was not built"
echo "$sha512 $(ls ./*.tgz)" | sha512sum --check --status || refuse "What npm's registry has as $package is not what was pinned here: its hash is another"
tar -xzf ./*.tgz package/cpp/whisper.cpp
mv package/cpp/whisper.cpp whisper.cpp
# The folder would become part of the program.
flags="-ffile-prefix-map=$PWD/="
cmake -S whisper.cpp -B build "${options[@]}" -DCMAKE_C_FLAGS="$flags" -DCMAKE_CXX_FLAGS="$flags" >cmake.log 2>&1 ||
    { tail -n 20 cmake.log >&2; refuse "whisper-cli could not be configured"; }
cmake --build build --target whisper-cli -j "${JOBS:-$(nproc)}" >make.log 2>&1 ||
    { tail -n 20 make.log >&2; refuse "whisper-cli could not be built"; }
mkdir -p "$speech/$arch/bin" "$speech/$arch/share/doc/whisper"
cp whisper.cpp/LICENSE "$speech/$arch/share/doc/whisper/whisper.cpp.LICENSE"
# All at once, so that nothing half-done is ever there
cp build/bin/whisper-cli "$program.new" && mv "$program.new" "$program"
