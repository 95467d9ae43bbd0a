package dev.holdfast.region.model;

import java.util.Arrays;

/**
 * A state of the abstract machine: one region, one writer, some readers. A plain vector of small
 * numbers, so that states can be copied, compared and stored.
 */
final class State {
  /** The exclude flag, small enough for a byte. */
  static final int FLAG = 16;

  /** The number of a region that is not write-locked. */
  static final int UNLOCKED = -1;

  // The shared variables.
  static final int COUNT = 0;
  static final int REGION_NUMBER = 1;
  static final int SPACE_NUMBER = 2;
  static final int KEY = 3;
  static final int FIELD_A = 4;
  static final int FIELD_B = 5;
  static final int SLOT = 6;
  static final int TOKEN = 7;

  // The writer.
  static final int WRITER_AT = 8;
  static final int CYCLES_LEFT = 9;
  static final int KIND = 10;
  static final int ROUND = 11;
  static final int EXCLUSIVE = 12;
  static final int VERSION = 13;
  static final int OWNED = 14;
  static final int DETACHED_FOR_GOOD = 15;

  /** Where the readers begin. */
  static final int READERS = 16;

  // A reader, relative to its beginning.
  static final int AT = 0;
  static final int TRIES_LEFT = 1;
  static final int LOADED = 2;
  static final int SEEN_A = 3;
  static final int READER_SIZE = 4;

  private final byte[] values;

  State(int readers) {
    values = new byte[READERS + readers * READER_SIZE];
  }

  private State(byte[] values) {
    this.values = values;
  }

  State copy() {
    return new State(values.clone());
  }

  int get(int variable) {
    return values[variable];
  }

  void set(int variable, int value) {
    values[variable] = (byte) value;
  }

  void add(int variable, int amount) {
    values[variable] += (byte) amount;
  }

  int readers() {
    return (values.length - READERS) / READER_SIZE;
  }

  int reader(int reader, int variable) {
    return values[READERS + reader * READER_SIZE + variable];
  }

  void setReader(int reader, int variable, int value) {
    values[READERS + reader * READER_SIZE + variable] = (byte) value;
  }

  boolean flagged() {
    return (get(COUNT) & FLAG) != 0;
  }

  /** The same state with the readers in a standard order, since it does not matter who is who. */
  State standard() {
    byte[][] readers = new byte[readers()][];
    for (int i = 0; i < readers.length; i++) {
      int from = READERS + i * READER_SIZE;
      readers[i] = Arrays.copyOfRange(values, from, from + READER_SIZE);
    }
    Arrays.sort(readers, Arrays::compare);
    byte[] sorted = values.clone();
    for (int i = 0; i < readers.length; i++) {
      System.arraycopy(readers[i], 0, sorted, READERS + i * READER_SIZE, READER_SIZE);
    }
    return new State(sorted);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof State that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
