using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Mail;

/// <summary>Empties letters that were sent long ago; that they were sent stays, so that none is sent twice.</summary>
public class ForgetMail(AppDb db)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public Task<int> Run(DateTime now, CancellationToken cancel)
    {
        var before = now - Kept;
        return db.Set<OutboxMail>().Where(m => m.SentAt < before && m.Text != "").ExecuteUpdateAsync(m => m.SetProperty(x => x.Text, "").SetProperty(x => x.Html, "").SetProperty(x => x.Recipient, "").SetProperty(x => x.RecipientName, (string?)null), cancel);
    }
}
