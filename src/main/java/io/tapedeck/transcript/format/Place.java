package io.tapedeck.transcript.format;

/**
 * Where an item of a list stands in a JSON document.
 *
 * @param list JSON pointer
 */
record Place(String list, int index) {
    @Override
    public String toString() {
        return list + "/" + index;
    }
}
