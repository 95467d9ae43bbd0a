/**
 * The contract language of Holdfast: annotations that say which locks a program holds, and where.
 */
module dev.holdfast.annotations {
  exports dev.holdfast.annotations;
  exports dev.holdfast.annotations.region;
}
