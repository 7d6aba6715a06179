# What the scripts of this folder take from the system. They are read by build.sh and layer.sh.

# refuse SENTENCE: ends with it.
refuse() {
    echo "$1" >&2
    exit 1
}

# require COMMAND:PACKAGE…: installs what is missing as root on Debian, and names it to anybody else.
require() {
    local missing=() tool
    for tool in "$@"; do
        command -v "${tool%:*}" >/dev/null || missing+=("${tool#*:}")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then refuse "Please install: ${missing[*]}"; fi
    # One at a time: another script may be installing what it needs.
    DEBIAN_FRONTEND=noninteractive flock "$here/.." sh -c \
        'apt-get -qq update && apt-get -qq install -y --no-install-recommends "$@" >/dev/null' sh "${missing[@]}" ||
        refuse "These could not be installed: ${missing[*]}"
}

# The compilers for a processor, as command:package.
compilers_for() {
    case $1-$(uname -m) in
        x86_64-x86_64 | arm64-aarch64) echo gcc:gcc g++:g++ ;;
        x86_64-*) echo x86_64-linux-gnu-gcc:gcc-x86-64-linux-gnu x86_64-linux-gnu-g++:g++-x86-64-linux-gnu ;;
        arm64-*) echo aarch64-linux-gnu-gcc:gcc-aarch64-linux-gnu aarch64-linux-gnu-g++:g++-aarch64-linux-gnu ;;
        *) refuse "ARCHITECTURE can be x86_64 or arm64, not $1" ;;
    esac
}
