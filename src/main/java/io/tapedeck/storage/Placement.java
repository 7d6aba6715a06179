package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.StorageName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a recording lies.
 *
 * @param current where what comes to rest goes; absent for the deployment's own bucket
 * @param others where something of it may lie as well, as long as it is on its way
 */
public record Placement(Optional<Place> current, List<Place> others) {
    /** All of it in the deployment's own bucket. */
    public static final Placement OWN = new Placement(Optional.empty(), List.of());

    public Placement {
        requireNonNull(current);
        others = List.copyOf(others);
    }

    /** All of it in one place; absent for the deployment's own bucket. */
    public static Placement in(Optional<Place> place) {
        return new Placement(place, List.of());
    }

    /** The storage that what comes to rest goes to; empty for the deployment's own. */
    public Optional<StorageName> storage() {
        return current.map(Place::name);
    }

    /** The same with something of it on its way to another place; absent for the deployment's own bucket. */
    public Placement reaching(Optional<Place> target) {
        return new Placement(
                current,
                Stream.concat(others.stream(), target.stream()).distinct().toList());
    }

    /** The same once it rests in another place, and may still lie where it was. */
    public Placement moved(Optional<Place> target) {
        return new Placement(
                target,
                places().filter(place -> !Optional.of(place).equals(target)).toList());
    }

    /** The place of a storage that something of it may lie in; empty for any other, and for the deployment's own. */
    public Optional<Place> find(Optional<StorageName> storage) {
        return storage.flatMap(
                name -> places().filter(place -> place.name().equals(name)).findFirst());
    }

    /** All storages that something of it may lie in, the deployment's own, which is empty, first: uploads come there. */
    public Stream<Optional<StorageName>> storages() {
        return Stream.concat(
                Stream.of(Optional.empty()), places().map(Place::name).map(Optional::of));
    }

    private Stream<Place> places() {
        return Stream.concat(current.stream(), others.stream()).distinct();
    }
}
