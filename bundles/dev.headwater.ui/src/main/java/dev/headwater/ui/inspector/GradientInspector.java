package dev.headwater.ui.inspector;

import dev.headwater.core.telemetry.LayerRow;
import dev.headwater.launching.LaunchingPreferences;
import dev.headwater.launching.runs.FoundRun;
import dev.headwater.launching.runs.Quantity;
import dev.headwater.launching.runs.RunJob;
import dev.headwater.launching.runs.RunRequest;
import dev.headwater.launching.runs.RunSnapshot;
import dev.headwater.launching.runs.RunStatus;
import dev.headwater.launching.runs.WorkspaceRuns;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.part.ViewPart;

/**
 * The Gradient Inspector: shows how large the gradient of every layer was at every step of a run, while it trains and
 * afterwards. A run that starts while the view is open is shown at once, unless another is pinned.
 */
public final class GradientInspector extends ViewPart implements RunView, StripTarget, IShowInTarget {
    /** The id of the view. */
    public static final String ID = "dev.headwater.ui.inspector";

    private InspectorMemory memory = new InspectorMemory(null);
    private InspectorPage page;
    private InspectorActions actions;
    private LayerLink link;
    private Painter painter;
    private LatestOnUi<Shown> screen;
    private LatestOnUi<List<FoundRun>> found;
    private WorkspaceRuns watch;
    private final Instant opened = Instant.now();
    private final Set<Path> known = new HashSet<>();
    private List<FoundRun> runs;
    private RunJob job;
    private long requests;
    private RunSnapshot shown;
    private Quantity quantity = Quantity.PARAMETER_GRADIENT;
    private boolean pinned;
    private String layer;
    private long step = RunRequest.NEWEST;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        memory = new InspectorMemory(memento);
        quantity = memory.quantity();
        pinned = memory.pinned();
        layer = memory.layer();
    }

    @Override
    public void createPartControl(Composite parent) {
        PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, ID);
        screen = new LatestOnUi<>(parent, this::show, Shown::drop);
        found = new LatestOnUi<>(parent, this::runsFound);
        painter = new Painter(parent.getDisplay(), screen);
        page = new InspectorPage(parent, memory, painter::resize, this);
        link = new LayerLink(this, this::layers, () -> shown == null ? null : shown.networkFile(),
                taken -> mark(taken, step));
        getSite().setSelectionProvider(link);
        getSite().getPage().addSelectionListener(link);
        actions = new InspectorActions(this, new RunChooser(this, parent));
        actions.contribute(getViewSite().getActionBars());
        addCopy();
        watch = new WorkspaceRuns(ResourcesPlugin.getWorkspace(), found::offer);
        watch.open();
    }

    private void addCopy() {
        Action copy = new Action(Messages.table_copy) {
            @Override
            public void run() {
                page.table().copy();
            }
        };
        copy.setActionDefinitionId("org.eclipse.ui.edit.copy");
        getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
        MenuManager menu = new MenuManager();
        menu.add(copy);
        page.table().control().setMenu(menu.createContextMenu(page.table().control()));
    }

    private void runsFound(List<FoundRun> now) {
        boolean first = runs == null;
        boolean gone = runs != null && job != null && contains(runs, job.folder()) && !contains(now, job.folder());
        runs = now;
        FoundRun started = null;
        for (FoundRun run : now) {
            boolean fresh = known.add(run.folder()) && run.started().isAfter(opened);
            boolean running = first && run.status() == RunStatus.RUNNING;
            if (started == null && (fresh || running)) {
                started = run;
            }
        }
        boolean turns = job == null || !pinned && LaunchingPreferences.followsNewest();
        if (started != null && turns && !(first && pinned && contains(now, memory.run()))) {
            showRun(started.folder());
        } else if (job == null || gone) {
            showRun(first && contains(now, memory.run()) ? memory.run() : newest(now));
        }
        actions.update();
    }

    /** The newest run that can be read, or the newest of all if none can; {@code null} if there is none. */
    private static Path newest(List<FoundRun> runs) {
        return runs.stream().filter(run -> run.status() != RunStatus.UNREADABLE).findFirst()
                .or(() -> runs.stream().findFirst()).map(FoundRun::folder).orElse(null);
    }

    private static boolean contains(List<FoundRun> runs, Path folder) {
        return runs.stream().anyMatch(run -> run.folder().equals(folder));
    }

    private void show(Shown now) {
        if (job == null || !now.snapshot().folder().equals(job.folder())) {
            now.drop();
            return;
        }
        shown = now.snapshot();
        page.show(now, layer, markedStep());
    }

    private List<LayerRow> layers() {
        return shown == null || shown.map() == null ? List.of() : shown.map().rows();
    }

    /** The step that is marked: the wanted one until its numbers are there, then the one that they stand for. */
    private long markedStep() {
        boolean answered = shown != null && shown.request() == requests && shown.step() != null;
        return answered ? shown.step().first() : step;
    }

    private void ask() {
        if (job != null) {
            job.ask(new RunRequest(++requests, quantity, step));
        }
        actions.update();
    }

    private void mark(String nowLayer, long nowStep) {
        layer = nowLayer;
        if (nowStep != step) {
            step = nowStep;
            ask();
        }
        page.select(shown, layer, markedStep());
    }

    @Override
    public void select(String nowLayer, long nowStep) {
        mark(nowLayer == null ? layer : nowLayer, nowStep < 0 ? step : nowStep);
        link.tell(layer);
    }

    @Override
    public void follow() {
        follow(true);
    }

    @Override
    public void follow(boolean newest) {
        mark(layer, newest ? RunRequest.NEWEST : Math.max(0, markedStep()));
    }

    @Override
    public boolean following() {
        return step == RunRequest.NEWEST;
    }

    @Override
    public List<FoundRun> runs() {
        return runs == null ? List.of() : runs;
    }

    @Override
    public Path run() {
        return job == null ? null : job.folder();
    }

    @Override
    public void showRun(Path folder) {
        if (folder != null && folder.equals(run())) {
            return;
        }
        if (job != null) {
            job.close();
            job = null;
        }
        shown = null;
        painter.expect(folder);
        step = RunRequest.NEWEST;
        if (folder == null) {
            page.say(Messages.empty_none);
        } else {
            page.say(NLS.bind(Messages.empty_opening, folder.getFileName()));
            job = new RunJob(folder, new RunRequest(++requests, quantity, step), painter::show);
            job.schedule();
        }
        actions.update();
    }

    @Override
    public Quantity quantity() {
        return quantity;
    }

    @Override
    public void showQuantity(Quantity wanted) {
        if (wanted != quantity) {
            quantity = wanted;
            ask();
        }
    }

    @Override
    public boolean pinned() {
        return pinned;
    }

    @Override
    public void pin(boolean keep) {
        pinned = keep;
        actions.update();
    }

    @Override
    public boolean show(ShowInContext context) {
        Path folder = ShowInRun.folder(context);
        if (folder != null) {
            showRun(folder);
        }
        return folder != null;
    }

    @Override
    public void saveState(IMemento memento) {
        InspectorMemory.save(memento, this, layer, page.table());
        page.save(memento);
    }

    @Override
    public void setFocus() {
        page.setFocus();
    }

    @Override
    public void dispose() {
        if (watch != null) {
            watch.close();
            getSite().getPage().removeSelectionListener(link);
        }
        if (job != null) {
            job.close();
        }
        super.dispose();
    }

    /** Whether all that was asked for and all that was recorded is on the screen. */
    public boolean isSettled() {
        return runs != null && !found.pending() && !screen.pending() && !page.pending() && painter.idle()
                && (job == null
                        || shown != null && shown.request() == requests && shown.complete()
                                && (page.message() != null || page.strip().window().equals(page.strip().painted())));
    }

    /** The name of the shown run, or {@code null}. */
    public String shownRun() {
        return run() == null ? null : run().getFileName().toString();
    }

    /** How many columns the heat strip has. */
    public int columns() {
        return shown == null || shown.map() == null ? 0 : shown.map().columns().size();
    }

    /** How often the heat strip was drawn. */
    public long redraws() {
        return page.strip().redraws();
    }

    /** The selected layer, or {@code null}. */
    public String selectedLayer() {
        return layer;
    }

    /** The step whose numbers are shown, or -1. */
    public long selectedStep() {
        return shown == null || shown.step() == null ? -1 : shown.step().first();
    }

    /** The cells of the table as they are shown, row by row. */
    public List<List<String>> tableTexts() {
        return page.table().texts();
    }

    /** The sentence that stands instead of a run, or {@code null} while one is shown. */
    public String message() {
        return page.message();
    }

    /** The line above the strip. */
    public String header() {
        return page.header();
    }
}
