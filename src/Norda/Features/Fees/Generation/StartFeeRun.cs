using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Generation;

/// <summary>Agrees to a preview: the fees are then charged in the background. Two presses, or two people, start one run.</summary>
public class StartFeeRun(AppDb db, Me me, PlanFees plan, Runner<WorkFeeRuns> runner, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<(Outcome Outcome, int? RunId)> Run(FeeSpan span, string? fingerprint, bool changesExisting, CancellationToken cancel)
    {
        if (span.Year is < 2000 or > 2100 || span.FromMonth < 1 || span.ToMonth > 12 || span.FromMonth > span.ToMonth)
            return (Outcome.Refuse(texts["Wybierz rok i miesiące, za które naliczasz składki."]), null);
        var now = await plan.Run(span, cancel);
        if (now.Fingerprint != fingerprint)
            return (Outcome.Refuse(texts["Od chwili, gdy otwarto podgląd, zmieniły się stawki, firmy albo składki. Obejrzyj go jeszcze raz."]), null);
        if (now.Missing.Count == 0 && (now.Differences.Count == 0 || !changesExisting))
            return (Outcome.Refuse(texts["Nie ma czego naliczać: wszystkie składki za te miesiące już są."]), null);
        var run = new FeeRun
        {
            FeeYear = span.Year, FromMonth = span.FromMonth, ToMonth = span.ToMonth, ChangesExisting = changesExisting, Fingerprint = fingerprint, StartedBy = me.Id, StartedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(run);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            db.ChangeTracker.Clear();
            return (Outcome.Done, await db.Set<FeeRun>().Where(r => r.Fingerprint == fingerprint && r.FinishedAt == null).Select(r => (int?)r.Id).FirstOrDefaultAsync(cancel));
        }

        runner.Wake();
        return (Outcome.Done, run.Id);
    }
}
