using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Mail;

/// <summary>Gives letters that were given up another chance.</summary>
public class RetryMail(AppDb db, TimeProvider clock)
{
    /// <returns>How many letters wait again.</returns>
    public Task<int> Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Set<OutboxMail>().Where(m => m.FailedAt != null && m.SentAt == null)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.FailedAt, (DateTime?)null).SetProperty(x => x.Attempts, 0).SetProperty(x => x.NextAttemptAt, now), cancel);
    }
}
