package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import dev.headwater.core.network.Fit.StagesFit;
import dev.headwater.core.optimizer.Clip;
import dev.headwater.core.schedule.Cosine;
import dev.headwater.core.schedule.WarmUp;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a recipe may say, and what is said about it where it is wrong. */
class RecipeProblemsTest {
    private static String file(String recipe) {
        return """
                {"headwater": 1,
                 "nodes": [{"id": "in", "layer": "Input", "shape": [2]},
                  {"id": "a", "layer": "Dense", "from": ["in"], "units": 3},
                  {"id": "stage", "block": "b", "from": ["a"], "repeat": 2},
                  {"id": "c", "layer": "Dense", "from": ["in"], "units": 3},
                  {"id": "bent", "layer": "Activation", "from": ["stage"], "activation": "relu"},
                  {"id": "sum", "layer": "Add", "from": ["bent", "c"]},
                  {"id": "out", "layer": "Dense", "from": ["sum"], "units": 1}],
                 "blocks": {"b": {"nodes": [{"id": "d", "layer": "Dense", "from": ["$in"], "units": 3}], "out": "d"}},
                 "losses": [{"node": "out", "loss": "mse"}], "data": {"source": "circle"},
                 "recipe": {%s}}""".formatted(recipe.replace('\'', '"'));
    }

    private static String stages(String stages) {
        return file("'epochs': 5, 'fit': {'fit': 'stages', 'stages': [" + stages + "]}");
    }

    /** An error of reading alone leaves a graph, with the usual recipe. */
    private static void assertOnly(String text, String message) {
        NetworkFile.Parsed parsed = Designs.parse(text);
        List<Problem> found = new ArrayList<>(parsed.problems());
        Graph.of(parsed.network(), found);
        List<String> problems = found.stream().map(Designs::line).toList();
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.getFirst().contains(message), problems.toString());
    }

    @Test
    void theWholeVocabularyBinds() {
        Recipe recipe = Designs.parse(file("'clip': 'global-norm', 'gradientNoise': {'eta': 0.3}, 'accumulate': 4,"
                + "'schedule': {'schedule': 'warm-up', 'steps': 9, 'then': {'schedule': 'cosine', 'floor': 0.1}},"
                + "'stopping': {'stopping': 'early', 'monitor': 'validation-accuracy'},"
                + "'epochs': 5, 'fit': {'fit': 'stages', 'stages': [{'nodes': 'a', 'epochs': 2}, {'nodes': ['stage',"
                + "'out'], 'losses': ['out']}]}")).network().recipe();
        assertEquals(new Clip.GlobalNorm(1), recipe.clip());
        assertEquals(new WarmUp(9, 0.01, new Cosine(0.1, OptionalInt.empty())), recipe.schedule());
        assertEquals(new StagesFit(List.of(new Stage(List.of("a"), List.of(), OptionalInt.of(2)),
                new Stage(List.of("stage", "out"), List.of("out"), OptionalInt.empty()))), recipe.fit());
        Json.Obj written = Vocabulary.binder().unbind(recipe);
        assertEquals(recipe, Designs.parse(file("'a': 1").replace("{\"a\": 1}", written.toString())).network()
                .recipe());
    }

    @Test
    void stagesOfNodesAndBlocksAreSound() {
        assertEquals(List.of(), Designs.problems(stages("{'nodes': ['a'], 'epochs': 2},"
                + "{'nodes': ['stage.2/d'], 'losses': ['out'], 'epochs': 2}, {'nodes': ['stage', 'out']}")));
        assertEquals(List.of(), Designs.problems(stages("{'fit': 'autoencoder', 'nodes': 'a', 'epochs': 2,"
                + "'loss': 'bce'}, {'fit': 'autoencoder', 'nodes': ['stage', 'bent'], 'corruption': 0.2, 'epochs': 1},"
                + "{'nodes': ['stage', 'out']}")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'nodes': ['x']} | stage 1 of recipe.fit trains 'x', which is no node
            {'nodes': ['stagge']} | did you mean 'stage'
            {'nodes': ['a'], 'losses': ['a']} | stage 1 of recipe.fit is judged by 'a', which has no loss
            {'nodes': []} | stage 1 of recipe.fit trains no node: name some in "nodes"
            {'nodes': ['a']}, {'nodes': ['out']} | stage 1 of recipe.fit does not say how long it lasts: add "epochs"
            {'nodes': ['a'], 'epochs': 3} | stage 1 of recipe.fit is the last and lasts until recipe.epochs are done
            {'nodes': ['a'], 'epochs': 5}, {'nodes': ['out']} | take 5 epochs, so that recipe.epochs, 5, leaves none
            {'epochs': 5} | stage needs the setting 'nodes'
            {'nodes': ['a'], 'epochs': 0}, {'nodes': ['out']} | 'epochs' of stage must be at least 1, was 0
            5 | stage must be an object, was a number
            {'fit': 'auto', 'nodes': ['a']} | 'fit' of stage must be one of gradient, autoencoder, was 'auto'
            {'nodes': ['a'], 'corruption': 0.1} | so it has no corruption and no loss of its own
            {'nodes': ['a'], 'loss': 'huber'} | or add "fit": "autoencoder"
            {'fit': 'autoencoder', 'nodes': ['a'], 'corruption': 1} | 'corruption' of stage must be in [0, 1), was 1
            {'fit': 'autoencoder', 'nodes': ['a'], 'losses': ['out']} | its own reconstruction alone: leave out "losses"
            {'fit': 'autoencoder', 'nodes': ['in']} | but an Input reads nothing; leave it out
            {'fit': 'autoencoder', 'nodes': ['out']} | reconstructs from 'out', which a loss judges
            {'fit': 'autoencoder', 'nodes': ['a', 'stage.2/d']} \
            | reconstruct what its nodes read, which must be one node, but they read 'in', 'stage.1/d'
            {'fit': 'autoencoder', 'nodes': ['a', 'c']} | must be one, but they end in 'a', 'c'
            {'fit': 'autoencoder', 'nodes': ['bent']} | stage 1 of recipe.fit trains nodes that have nothing to learn
            {'fit': 'autoencoder', 'nodes': ['a'], 'loss': 'hinge'} | judges answers and not values; use mean-squared
            {'fit': 'autoencoder', 'nodes': ['a'], 'loss': 'cce'} | judges answers and not values
            {'fit': 'autoencoder', 'nodes': ['a'], 'loss': {'loss': 'bce', 'positiveWeights': [1, 2, 3]}} \
            | cannot reconstruct [2]: binary-cross-entropy has 3 positiveWeights
            {'fit': 'autoencoder', 'nodes': ['a'], 'loss': {'loss': 'bce', 'positiveWeights': 'balanced'}} \
            | balances a reconstruction, which has no classes
            {'fit': 'autoencoder', 'nodes': ['stage'], 'loss': 'bce'} | reconstructs what 'a' puts out by a loss for values
            """)
    void aStageThatCannotBeIsNamed(String stage, String message) {
        assertOnly(stages(stage), message);
    }

    @Test
    void aFitByNoStagesIsNone() {
        assertOnly(stages(""), "a fit by stages needs at least one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'clip': {'clip': 'norm', 'threshold': 0} | 'threshold' of norm must be greater than 0, was 0
            'clip': 'norms' | unknown clip 'norms'; did you mean 'norm'?
            'gradientNoise': {'eta': -1} | 'eta' of gradient-noise must be in [0, 1000000], was -1
            'accumulate': 0 | 'accumulate' of recipe must be in [1, 1048576], was 0
            'schedule': 'cosin' | unknown schedule 'cosin'; did you mean 'cosine'?
            'schedule': {'schedule': 'step', 'factor': 0} | 'factor' of step must be in (0, 1], was 0
            'schedule': {'schedule': 'cosine', 'epochs': 0} | 'epochs' of cosine must be at least 1, was 0
            'schedule': {'schedule': 'one-cycle', 'rise': 1} | 'rise' of one-cycle must be in (0, 1), was 1
            'schedule': {'schedule': 'on-plateau', 'monitor': 'loss'} | must be one of validation-loss
            'stopping': {'stopping': 'early', 'patience': 0} | 'patience' of early must be at least 1, was 0
            'optimizer': {'kind': 'rprop', 'etaPlus': 1} | 'etaPlus' of rprop must be in (1, 1000], was 1
            'optimizer': {'kind': 'rprop', 'minStep': 60} | 'minStep' of rprop must be at most 'maxStep', were 60.0
            'optimizer': {'kind': 'adamw', 'weightDecay': 2} | 'weightDecay' of adamw must be in [0, 1], was 2
            'optimizer': {'kind': 'rmsprop', 'epsilon': 0} | 'epsilon' of rmsprop must be in [1e-30, 1], was 0
            'optimizer': 'nesterov' | unknown optimizer 'nesterov'
            """)
    void aSettingOutOfItsRangeIsRefusedWithTheRange(String recipe, String message) {
        assertOnly(file(recipe), message);
    }

    @Test
    void aScheduleThatDoesNothingIsWarnedOf() {
        assertOnly(file("'optimizer': 'rprop', 'schedule': 'cosine'"),
                "the schedule cosine has no effect on the optimizer rprop");
        assertEquals(List.of(), Designs.problems(file("'optimizer': 'rprop'")));
    }

    @Test
    void aPathLeadsIntoAStage() throws UnknownPath {
        Json.Obj tree = Designs.parse(stages("{'nodes': ['a'], 'epochs': 2}, {'nodes': ['out']}")).tree();
        Json.Obj changed = Overrides.apply(tree, List.of("recipe.fit.stages.0.epochs=3", "recipe.clip=norm",
                "recipe.clip.threshold=5", "recipe.schedule=warm-up", "recipe.schedule.then=cosine",
                "recipe.gradientNoise.eta=0.01"));
        Recipe recipe = NetworkFile.read("test", changed).network().recipe();
        assertEquals(OptionalInt.of(3), ((StagesFit) recipe.fit()).stages().getFirst().epochs());
        assertEquals(new Clip.Norm(5), recipe.clip());
        assertEquals(new WarmUp(500, 0.01, new Cosine(0, OptionalInt.empty())), recipe.schedule());
        assertEquals(0.01, recipe.gradientNoise().eta());
    }
}
