using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Norda.Data;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Home.Start;

/// <summary>Where people land who have signed in: what waits for them, and what is new. The features bring the sections; this page puts them in order.</summary>
[Access(Resource.Start, Act.Read)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me, TopBarCounts counts, StartBoard board, TimeProvider clock, IServiceProvider services) : PageModel
{
    /// <summary>Who has been here longer needs no first steps.</summary>
    private static readonly TimeSpan NewFor = TimeSpan.FromDays(60);

    public IReadOnlyList<(StartTask Task, int Count)> Mine { get; private set; } = [];
    public IReadOnlyList<(StartTask Task, int Count)> Office { get; private set; } = [];
    public IReadOnlyList<(StartFigure Figure, int Count)> Figures { get; private set; } = [];

    /// <summary>Empty once all is done, and for who is not new.</summary>
    public IReadOnlyList<(FirstStep Step, bool IsDone)> Steps { get; private set; } = [];

    public IReadOnlyList<StartPanel> Main => [.. board.Panels.Where(p => !p.IsAside)];
    public IReadOnlyList<StartPanel> Aside => [.. board.Panels.Where(p => p.IsAside)];
    public IReadOnlyList<SiteAction> Additions => board.Additions;
    public DateOnly Today { get; } = clock.Today();
    public bool HasNoFirm => !me.Is(Role.Member);

    /// <summary>The address is proven; only a firm is missing.</summary>
    public bool IsProven { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var newcomer = db.Users.Where(u => u.Id == me.Id && u.CreatedAt > clock.GetUtcNow().UtcDateTime - NewFor).Select(u => u.Id);
        var proven = db.Users.Where(u => u.Id == me.Id && u.EmailConfirmed).Select(u => u.Id);
        var found = await counts.CountAlong(
            [newcomer, proven, .. board.Tasks.Select(t => t.Waiting(services)), .. board.Figures.Select(f => f.Counted(services)), .. board.Steps.Select(s => s.Done(services))], cancel);
        IsProven = found[1] > 0;
        var tasks = board.Tasks.Zip(found.Skip(2)).Where(t => t.Second > 0).ToList();
        (Mine, Office) = ([.. tasks.Where(t => !t.First.IsOfOffice)], [.. tasks.Where(t => t.First.IsOfOffice)]);
        Figures = [.. board.Figures.Zip(found.Skip(2 + board.Tasks.Count)).Where(f => f.Second > 0)];
        var steps = board.Steps.Zip(found.Skip(2 + board.Tasks.Count + board.Figures.Count), (step, done) => (step, done > 0)).ToList();
        if (found[0] > 0 && steps.Exists(s => !s.Item2))
            Steps = steps;
    }
}

/// <summary>What the features bring to the start page, as far as it is for who looks.</summary>
public sealed class StartBoard(IEnumerable<StartPanel> panels, IEnumerable<StartTask> tasks, IEnumerable<StartFigure> figures, IEnumerable<FirstStep> steps, IEnumerable<SiteAction> actions, Me me)
{
    public IReadOnlyList<StartPanel> Panels { get; } = [.. panels.Where(p => Allows(me, p.Requires)).OrderBy(p => p.Order)];
    public IReadOnlyList<StartTask> Tasks { get; } = [.. tasks.Where(t => Allows(me, t.Requires)).OrderBy(t => t.Order)];
    public IReadOnlyList<StartFigure> Figures { get; } = [.. figures.Where(f => Allows(me, f.Requires)).OrderBy(f => f.Order)];
    public IReadOnlyList<FirstStep> Steps { get; } = [.. steps.Where(s => Allows(me, s.Requires)).OrderBy(s => s.Order)];
    public IReadOnlyList<SiteAction> Additions { get; } = [.. actions.Where(a => a.Adds && Allows(me, a.Requires)).OrderBy(a => a.Order)];

    private static bool Allows(Me me, (Resource Resource, Act Act) needed) => AccessTable.Allows(me, needed.Resource, needed.Act);
}
