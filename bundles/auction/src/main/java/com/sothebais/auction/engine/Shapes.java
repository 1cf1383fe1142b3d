package com.sothebais.auction.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The shapes of records, sealed families of them, and what they are made of: collections, optionals, times and numbers. */
final class Shapes {
    private final Map<Type, Shape> shapes = new HashMap<>();
    private final Map<String, String> texts = new TreeMap<>();

    Shapes() {
        leaf(int.class, (out, value) -> out.writeInt((Integer) value), DataInputStream::readInt);
        leaf(long.class, (out, value) -> out.writeLong((Long) value), DataInputStream::readLong);
        leaf(boolean.class, (out, value) -> out.writeBoolean((Boolean) value), DataInputStream::readBoolean);
        leaf(String.class, (out, value) -> text(out, (String) value), Shapes::text);
        leaf(Integer.class, (out, value) -> out.writeInt((Integer) value), DataInputStream::readInt);
        leaf(
                BigInteger.class,
                (out, value) -> text(out, ((BigInteger) value).toString(Character.MAX_RADIX)),
                in -> new BigInteger(text(in), Character.MAX_RADIX));
        leaf(
                Instant.class,
                (out, value) -> seconds(out, ((Instant) value).getEpochSecond(), ((Instant) value).getNano()),
                in -> Instant.ofEpochSecond(in.readLong(), in.readInt()));
        leaf(
                Duration.class,
                (out, value) -> seconds(out, ((Duration) value).getSeconds(), ((Duration) value).getNano()),
                in -> Duration.ofSeconds(in.readLong(), in.readInt()));
        leaf(
                LocalDate.class,
                (out, value) -> out.writeLong(((LocalDate) value).toEpochDay()),
                in -> LocalDate.ofEpochDay(in.readLong()));
        leaf(
                LocalTime.class,
                (out, value) -> out.writeLong(((LocalTime) value).toNanoOfDay()),
                in -> LocalTime.ofNanoOfDay(in.readLong()));
        leaf(long[].class, (out, value) -> longs(out, (long[]) value), Shapes::longs);
        leaf(ZoneId.class, (out, value) -> text(out, ((ZoneId) value).getId()), in -> ZoneId.of(text(in)));
    }

    /** All types that are used, with what they are made of: differs whenever the bytes would. */
    String text() {
        return texts.toString();
    }

    Shape of(Type type) {
        Shape known = shapes.get(type);
        if (known != null) {
            return known;
        }
        // Known before it is complete, because a type may contain itself.
        Later later = new Later();
        shapes.put(type, later);
        Shape shape = make(type);
        later.shape = shape;
        shapes.put(type, shape);
        return shape;
    }

    private Shape make(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return enumeration(plain);
        }
        if (plain.isRecord()) {
            return record(plain);
        }
        if (plain.isSealed()) {
            return family(plain);
        }
        throw new IllegalStateException("no shape for " + type + "; use records of records, numbers, texts and times");
    }

    private Shape container(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] parts = type.getActualTypeArguments();
        Shape first = of(parts[0]);
        if (raw == Optional.class) {
            return new Pair(
                    (out, value) -> {
                        Optional<?> optional = (Optional<?>) value;
                        out.writeBoolean(optional.isPresent());
                        if (optional.isPresent()) {
                            first.write(out, optional.get());
                        }
                    },
                    in -> in.readBoolean() ? Optional.of(first.read(in)) : Optional.empty());
        }
        if (raw == List.class || raw == Collection.class) {
            return new Pair((out, value) -> all(out, (Collection<?>) value, first), in -> all(in, first));
        }
        if (raw == Set.class) {
            return new Pair(
                    (out, value) -> all(out, (Collection<?>) value, first), in -> new LinkedHashSet<>(all(in, first)));
        }
        if (raw == Map.class) {
            Shape second = of(parts[1]);
            return new Pair(
                    (out, value) -> {
                        all(out, ((Map<?, ?>) value).keySet(), first);
                        all(out, ((Map<?, ?>) value).values(), second);
                    },
                    in -> {
                        Map<Object, Object> map = new LinkedHashMap<>();
                        List<Object> keys = all(in, first);
                        List<Object> values = all(in, second);
                        for (int i = 0; i < keys.size(); i++) {
                            map.put(keys.get(i), values.get(i));
                        }
                        return map;
                    });
        }
        throw new IllegalStateException("no shape for " + type);
    }

    private Shape enumeration(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        texts.put(type.getName(), Arrays.toString(constants));
        return new Pair((out, value) -> out.writeShort(((Enum<?>) value).ordinal()), in -> constants[in.readShort()]);
    }

    private Shape record(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        texts.put(
                type.getName(),
                String.join(
                        ",",
                        Arrays.stream(parts)
                                .map(part -> part.getGenericType().getTypeName() + " " + part.getName())
                                .toList()));
        Shape[] inner = new Shape[parts.length];
        Method[] accessors = new Method[parts.length];
        for (int i = 0; i < parts.length; i++) {
            inner[i] = of(parts[i].getGenericType());
            accessors[i] = parts[i].getAccessor();
            accessors[i].setAccessible(true);
        }
        Constructor<?> constructor = constructor(type, parts);
        return new Pair(
                (out, value) -> {
                    for (int i = 0; i < inner.length; i++) {
                        inner[i].write(out, invoke(accessors[i], value));
                    }
                },
                in -> {
                    Object[] values = new Object[inner.length];
                    for (int i = 0; i < inner.length; i++) {
                        values[i] = inner[i].read(in);
                    }
                    return create(constructor, values);
                });
    }

    /** Known by the place among its permitted types, in order of names. */
    private Shape family(Class<?> type) {
        List<Class<?>> members = new ArrayList<>(List.of(type.getPermittedSubclasses()));
        members.sort(Comparator.comparing(Class::getName));
        texts.put(type.getName(), members.toString());
        List<Shape> inner = new ArrayList<>();
        members.forEach(member -> inner.add(of(member)));
        return new Pair(
                (out, value) -> {
                    int member = members.indexOf(value.getClass());
                    out.writeByte(member);
                    inner.get(member).write(out, value);
                },
                in -> inner.get(in.readByte()).read(in));
    }

    private void leaf(Class<?> type, Writer writer, Reader reader) {
        shapes.put(type, new Pair(writer, reader));
    }

    private static void all(DataOutputStream out, Collection<?> values, Shape shape) throws IOException {
        out.writeInt(values.size());
        for (Object value : values) {
            shape.write(out, value);
        }
    }

    private static List<Object> all(DataInputStream in, Shape shape) throws IOException {
        int size = in.readInt();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(shape.read(in));
        }
        return values;
    }

    private static void seconds(DataOutputStream out, long seconds, int nanos) throws IOException {
        out.writeLong(seconds);
        out.writeInt(nanos);
    }

    private static void longs(DataOutputStream out, long[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
        bytes.asLongBuffer().put(values);
        out.writeInt(bytes.capacity());
        out.write(bytes.array());
    }

    private static long[] longs(DataInputStream in) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(in.readNBytes(in.readInt()));
        long[] values = new long[bytes.capacity() / Long.BYTES];
        bytes.asLongBuffer().get(values);
        return values;
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] parts) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its constructor", e);
        }
    }

    private static Object invoke(Method accessor, Object record) {
        try {
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }

    private static Object create(Constructor<?> constructor, Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot make a " + constructor.getDeclaringClass(), e);
        }
    }

    /** Half of a shape. */
    @FunctionalInterface
    private interface Writer {
        void write(DataOutputStream out, Object value) throws IOException;
    }

    /** The other half. */
    @FunctionalInterface
    private interface Reader {
        Object read(DataInputStream in) throws IOException;
    }

    private record Pair(Writer writer, Reader reader) implements Shape {
        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            writer.write(out, value);
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            return reader.read(in);
        }
    }

    /** Stands for a shape that is being made. */
    private static final class Later implements Shape {
        private Shape shape;

        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            shape.write(out, value);
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            return shape.read(in);
        }
    }
}
