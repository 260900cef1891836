package dev.valuecompass.io;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record too long to be made by the order of its components. The compiler writes a class {@code <Record>Fields} beside it:
 * {@code builder()} takes every component by its name, none left out, and {@code copy(record)} those that differ.
 */
@RecordBuilder.Template(
        options =
                @RecordBuilder.Options(
                        suffix = "Fields",
                        builderMode = RecordBuilder.BuilderMode.STAGED,
                        copyMethodName = "copy",
                        enableWither = false,
                        enableGetters = false,
                        addStaticBuilder = false,
                        addClassRetainedGenerated = false))
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface ByName {}
