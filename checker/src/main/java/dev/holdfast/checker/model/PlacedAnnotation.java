package dev.holdfast.checker.model;

import java.util.Map;

/**
 * An annotation as read, before anyone has looked whether it makes sense where it stands.
 *
 * @param name its name as written
 * @param values its values; a name is still a {@link ModelVocabulary.Constant}
 * @param place where it begins
 */
record PlacedAnnotation(String name, Map<String, Object> values, ModelToken place) {}
