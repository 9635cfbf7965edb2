using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Fees.Generation;

/// <summary>At midnight in Warsaw, fees whose last day has passed turn overdue. Pages go by the day itself; the column is for those who read the table.</summary>
public class NoteOverdue(AppDb db, WorkFeeRuns runs, TimeProvider clock)
{
    public async Task<string> Run(CancellationToken cancel)
    {
        var today = clock.Today();
        var late = await db.Set<Fee>().Where(f => f.Status == FeeStatus.Pending && f.DueDate < today).ExecuteUpdateAsync(f => f.SetProperty(x => x.Status, FeeStatus.Overdue), cancel);
        await db.Set<Fee>().Where(f => f.Status == FeeStatus.Overdue && f.DueDate >= today).ExecuteUpdateAsync(f => f.SetProperty(x => x.Status, FeeStatus.Pending), cancel);
        await runs.Run(cancel); // what an instance left behind
        return $"Składki po terminie od dziś: {late}.";
    }
}
