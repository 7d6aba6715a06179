# What build.sh takes from Debian: tools from the system's packages; sources and libraries through an apt configuration
# of its own, so that neither the system's list of sources nor its architectures change.

# Installs the missing tools as root, and names them to anybody else.
install_tools() {
    local missing=() tools tool
    tools=$(for arch in "$@"; do tools_for "$arch" || exit 1; done)
    for tool in dpkg-source:dpkg-dev make:make nasm:nasm pkg-config:pkgconf xz:xz-utils zip:zip $tools; do
        command -v "${tool%:*}" >/dev/null || missing+=("${tool#*:}")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" != 0 ]; then
        echo "Please install: ${missing[*]}" >&2
        return 1
    fi
    # One at a time: another script may be installing what it needs.
    DEBIAN_FRONTEND=noninteractive flock "$here/.." sh -c \
        'apt-get -qq update && apt-get -qq install -y --no-install-recommends "$@" >/dev/null' sh "${missing[@]}"
}

# The compiler for a processor, and what runs the programs of another, as command:package.
tools_for() {
    case $1-$(uname -m) in
        x86_64-x86_64) echo x86_64-linux-gnu-gcc:gcc ;;
        arm64-aarch64) echo aarch64-linux-gnu-gcc:gcc ;;
        x86_64-*) echo x86_64-linux-gnu-gcc:gcc-x86-64-linux-gnu qemu-x86_64-static:qemu-user-static ;;
        arm64-*) echo aarch64-linux-gnu-gcc:gcc-aarch64-linux-gnu qemu-aarch64-static:qemu-user-static ;;
        *) echo "No such processor: $1" >&2; return 1 ;;
    esac
}

# fetch FOLDER: FOLDER/source is ffmpeg's, FOLDER/packages the libraries and headers for each processor.
fetch() {
    local libraries=(libc6-dev linux-libc-dev libmp3lame-dev libogg-dev libopus-dev libvorbis-dev zlib1g-dev)
    rm -rf "$1"
    mkdir -p "$1"/apt/lists/partial "$1"/apt/cache/archives/partial "$1"/packages
    debian_entries >"$1/apt/sources.list"
    apt_settings "$1/apt" >"$1/apt/apt.conf"
    (
        export APT_CONFIG=$1/apt/apt.conf
        apt-get -qq update
        cd "$1"
        apt-get -qq source --download-only ffmpeg
        # apt has checked the signature
        dpkg-source --no-check -x ffmpeg_*.dsc source >/dev/null
        cd packages
        apt-get -qq download "${libraries[@]/%/:amd64}" "${libraries[@]/%/:arm64}"
    )
}

# The system's own entries for Debian, for sources as well as binaries.
debian_entries() {
    local keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    apt-get indextargets --format '$(ORIGIN) $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' | sort -u |
        while read -r origin entry; do
            [ "$origin" = Debian ] && printf '%s [signed-by='"$keyring"'] %s\n' deb "$entry" deb-src "$entry"
        done
    return 0
}

apt_settings() {
    cat <<END
Dir::Etc::SourceList "$1/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::State::Lists "$1/lists";
Dir::Cache "$1/cache";
APT::Architectures { "amd64"; "arm64"; };
APT::Sandbox::User "root";
END
}
