#!/bin/bash
# Deploys what is built: guided the first time, then with the answers in samconfig.toml. PARAMETERS='Name=value …' changes those
# that are named. Run by "make deploy", which sets JAR to the JDK's command.
set -euo pipefail

function=target/lambda/function.zip
zips=("$function" target/ffmpeg-layer-arm64.zip target/ffmpeg-layer-x86_64.zip)
PARAMETERS=${PARAMETERS:-}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

refuse() {
    echo "$1" >&2
    exit 1
}

# Runtime, and processor of a native executable, that the functions' archive was built for.
built() {
    local archive=$PWD/$function
    cd "$folder" && "$JAR" -xf "$archive" bootstrap 2>/dev/null || return
    if [ ! -f bootstrap ]; then
        echo Runtime=java25
        return
    fi
    # The machine that an ELF header names
    case $(od -An -tx1 -j18 -N1 bootstrap) in
        *b7) echo Runtime=provided.al2023 Architecture=arm64 ;;
        *3e) echo Runtime=provided.al2023 Architecture=x86_64 ;;
        *) echo Runtime=provided.al2023 Architecture=unknown ;;
    esac
}

# A parameter's value as it will be deployed: of PARAMETERS, else of samconfig.toml, else the template's default.
value() {
    { echo "$PARAMETERS"; cat samconfig.toml 2>/dev/null || true; } |
        sed -En "s/.*\b$1=[\\\\\"']*([A-Za-z0-9_.]+).*/\1/p" |
        { sed -n 1p | grep . || sed -n "/^  $1:\$/,/ Default: /s/ *Default: //p" template.yaml; }
}

# Method and path of every function's routes, as the function "unmatched" takes them.
routes() {
    sed -En "s/.*Type: HttpApi, .*Method: ([A-Z]+), Path: ('([^']+)'|(\/[^ ,}]+)).*/\1 \3\4/p" template.yaml | paste -sd ';'
}

command -v sam >/dev/null || refuse "Please install the AWS SAM CLI (command sam)."
for zip in "${zips[@]}"; do
    [ -f "$zip" ] || refuse "$zip is missing: run \"make native layer\" first."
done

is=$(built) || refuse "$function cannot be read: run \"make native\" again."
if [ ! -f samconfig.toml ]; then
    # Later ones stand in for earlier ones.
    PARAMETERS="$is${PARAMETERS:+ $PARAMETERS}"
fi
runtime=$(value Runtime) architecture=$(value Architecture)
if [ "$runtime" = java25 ]; then
    wanted=Runtime=java25 make="make package"
else
    wanted="Runtime=$runtime Architecture=$architecture" make="make native ARCHITECTURE=$architecture"
fi
[ "$is" = "$wanted" ] ||
    refuse "$function was built for $is, but $wanted is to be deployed: run \"$make\", or \"make deploy PARAMETERS='$is'\"."

# SAM makes a version of a function where the text of the template differs, so the text names all that is deployed.
release=$(sha256sum "${zips[@]}" template.yaml $(ls samconfig.toml 2>/dev/null) - <<< "$PARAMETERS" | sha256sum | cut -c 1-12)
sed "s/^    Description: unreleased$/    Description: Release $release/; s|^          ROUTES: ''$|          ROUTES: '$(routes)'|" \
    template.yaml > release.yaml
options=()
[ -f samconfig.toml ] || options+=(--guided)
[ -z "$PARAMETERS" ] || options+=(--parameter-overrides "$PARAMETERS")
sam deploy --template-file release.yaml --capabilities CAPABILITY_IAM CAPABILITY_AUTO_EXPAND --no-fail-on-empty-changeset "${options[@]}"
