using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Assembly;

/// <summary>Who governs the chamber today.</summary>
[Access(Resource.ChamberBody, Act.Read)]
[ResponseCache(NoStore = true)]
public class BodiesModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    public IReadOnlyList<BodyView> Bodies { get; private set; } = [];
    public bool MayChange { get; } = AccessTable.Allows(me, Resource.ChamberBody, Act.Change);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        Bodies = await BodyView.Read(db, s => s.Since <= today && (s.Until == null || s.Until >= today), cancel);
    }
}

public sealed record SeatView(int Id, string PersonName, string Function, DateOnly Since, DateOnly? Until, string? Resolution);

/// <summary>A body with the terms that are asked for.</summary>
public sealed record BodyView(int Id, string Name, string? Task, IReadOnlyList<SeatView> Seats)
{
    private const int Most = 50;

    public static async Task<IReadOnlyList<BodyView>> Read(AppDb db, System.Linq.Expressions.Expression<Func<BodySeat, bool>> wanted, CancellationToken cancel)
    {
        var bodies = await db.Set<ChamberBody>().OrderBy(b => b.SortOrder).ThenBy(b => b.Id).Take(Most).Select(b => new { b.Id, b.Name, b.Task }).ToListAsync(cancel);
        var seats = (await db.Set<BodySeat>().Where(wanted).OrderByDescending(s => s.Since).ThenBy(s => s.Id).Take(Most * Most)
            .Select(s => new { s.BodyId, Seat = new SeatView(s.Id, s.PersonName, s.Function, s.Since, s.Until, s.Resolution == null ? null : s.Resolution.Number) }).ToListAsync(cancel)).ToLookup(s => s.BodyId, s => s.Seat);
        return bodies.ConvertAll(b => new BodyView(b.Id, b.Name, b.Task, [.. seats[b.Id]]));
    }
}
