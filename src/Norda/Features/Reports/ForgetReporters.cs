using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Reports;

/// <summary>Who reported a text is forgotten three years after the decision; what was decided stays.</summary>
public class ForgetReporters(AppDb db)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(3 * 365);

    public Task<int> Run(DateTime now, CancellationToken cancel)
    {
        var before = now - Kept;
        return db.Set<ContentReport>().Where(r => r.DecidedAt < before && (r.ReporterName != null || r.ReporterEmail != null))
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.ReporterName, (string?)null).SetProperty(x => x.ReporterEmail, (string?)null), cancel);
    }
}
