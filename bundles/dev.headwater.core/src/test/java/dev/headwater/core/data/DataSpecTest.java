package dev.headwater.core.data;

import static dev.headwater.core.data.DataFiles.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.catalog.Component;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonException;
import dev.headwater.core.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataSpecTest {
    @TempDir
    private Path folder;

    private final Complaints complaints = new Complaints();

    private DataSpec bind(String json) throws JsonException {
        return DataSpec.bind((Json.Obj) JsonReader.read("data", json.getBytes(StandardCharsets.UTF_8)), complaints);
    }

    private void refuses(String json, String... parts) throws JsonException {
        complaints.errors.clear();
        assertNull(bind(json), json);
        assertEquals(1, complaints.errors.size(), complaints.errors.toString());
        for (String part : parts) {
            assertTrue(complaints.errors.get(0).contains(part), part + " is missing in: " + complaints.errors);
        }
    }

    @Test
    void theDesignsExampleIsUnderstood() throws JsonException {
        DataSpec spec = bind("""
                {"source": "csv", "file": "circle.csv", "label": "label", "split": {"column": "split"}}""");
        assertEquals(new DataSpec(Csv.of("circle.csv", "label"), new ColumnSplit("split"), false, true), spec);
        assertEquals(List.of(), complaints.warnings);
    }

    @Test
    void everySplitIsUnderstood() throws JsonException {
        assertEquals(new UnsaidSplit(), bind("{\"source\": \"xor\"}").split());
        assertEquals(new UnsaidSplit(), bind("{\"source\": \"xor\", \"split\": {}}").split());
        assertEquals(new FractionSplit(0.3, 0, true), bind("""
                {"source": "xor", "split": {"validation": 0.3}}""").split());
        assertEquals(new FractionSplit(0.2, 0.1, false), bind("""
                {"source": "xor", "split": {"test": 0.1, "shuffled": false}}""").split());
        assertEquals(new CountSplit(OptionalInt.of(8000), 2000, 0), bind("""
                {"source": "xor", "split": {"train": 8000, "validation": 2000}}""").split());
        assertEquals(new CountSplit(OptionalInt.empty(), 200, 50), bind("""
                {"source": "xor", "split": {"validation": 200, "test": 50}}""").split());
        assertEquals(List.of(), complaints.warnings);
        assertEquals(List.of(), complaints.errors);
    }

    @Test
    void theSwitchesStandBesideTheSourcesSettings() throws JsonException {
        DataSpec spec = bind("""
                {"source": "circle", "noise": 0.2, "standardize": true, "shuffle": false}""");
        assertEquals(new Circle(1000, 0.2, 0.8, OptionalInt.empty()), spec.source());
        assertTrue(spec.standardize());
        assertFalse(spec.shuffle());
    }

    @Test
    void unknownMembersAreWarnedAboutOnce() throws JsonException {
        assertInstanceOf(DataSpec.class, bind("""
                {"source": "circle", "nois": 1, "split": {"test": 0.1, "x": 1}}"""));
        assertEquals(2, complaints.warnings.size(), complaints.warnings.toString());
        assertTrue(complaints.warnings.get(0).startsWith("1:22 ") && complaints.warnings.get(0).contains("'nois'")
                && complaints.warnings.get(0).contains("'noise'"), complaints.warnings.toString());
    }

    @Test
    void whatIsWrongIsNamedWithItsPlace() throws JsonException {
        refuses("{\"file\": \"a.csv\"}", "source");
        refuses("{\"source\": \"cvs\"}", "1:12 ", "'cvs'", "'csv'");
        refuses("{\"source\": \"csv\", \"label\": \"y\"}", "'file'");
        refuses("{\"source\": \"xor\", \"noise\": -1}", "noise", "-1");
        refuses("{\"source\": \"xor\", \"shuffle\": 1}", "'shuffle' of data", "true or false");
        refuses("{\"source\": \"csv\", \"file\": \"f\", \"label\": \"y\", \"delimiter\": \",,\"}", "',,'");
        refuses("{\"source\": \"xor\", \"split\": \"split\"}", "1:28", "{\"column\": NAME}", "'split'");
        refuses("{\"source\": \"xor\", \"split\": {\"colum\": \"split\"}}", "{\"column\": NAME}");
        refuses("{\"source\": \"xor\", \"split\": {\"validation\": 0}}", "'validation'", "(0, 1)", "0");
        refuses("{\"source\": \"xor\", \"split\": {\"validation\": 0.6, \"test\": 0.5}}", "none to train on");
        refuses("{\"source\": \"xor\", \"split\": {\"train\": 10}}", "'validation'");
        refuses("{\"source\": \"xor\", \"split\": {\"validation\": 1.5}}", "'validation'", "whole number", "1.5");
    }

    @Test
    void preparedDataAreSplitAndScaledByTheTrainingPart() throws Exception {
        Origin origin = DataFiles.write(folder, "t.csv", "x,fold,y\n1,train,a\n3,train,b\n9,validation,a\n");
        DataSpec spec = bind("""
                {"source": "csv", "file": "t.csv", "label": "y", "split": {"column": "fold"}, "standardize": true}""");
        TrainingData ready = spec.prepare(origin);
        assertEquals(2, ready.parts().train().size());
        assertEquals(new Standardization(List.of(2.0), List.of(1.0)), ready.standardization());
        assertEquals(7f, ready.data().input(2, 0));
        assertEquals(spec.load(origin).hash(), ready.hash());
        assertNotEquals(ready.data().hash(), ready.hash());
        assertNull(new DataSpec(spec.source(), spec.split(), false, true).prepare(origin).standardization());
    }

    @Test
    void anotherRunsClassesDecideWhatANumberMeans() throws Exception {
        Origin origin = DataFiles.write(folder, "t.csv", "x,split,y\n1,train,a\n3,train,b\n9,validation,a\n");
        DataSpec spec = new DataSpec(Csv.of("t.csv", "y"), new UnsaidSplit(), false, true);
        assertEquals(1f, spec.prepare(origin, List.of("b", "a")).data().target(0, 0));
        refused(() -> spec.prepare(origin, List.of("b", "c")), "the label 'a'");
    }

    @Test
    void fileSettingsAreSettingsOfSomeSource() {
        for (String name : DataSources.FILE_SETTINGS) {
            assertTrue(DataSources.ALL.entries().stream().anyMatch(entry -> entry.setting(name) != null), name);
        }
    }

    @Test
    void splitSettingsAreThoseOfTheSplits() {
        List<String> all = List.of(ColumnSplit.class, FractionSplit.class, CountSplit.class).stream()
                .flatMap(type -> Component.of(type).stream()).map(Component::name).distinct().sorted().toList();
        assertEquals(all, DataSpec.SPLIT_SETTINGS.stream().sorted().toList());
    }
}
