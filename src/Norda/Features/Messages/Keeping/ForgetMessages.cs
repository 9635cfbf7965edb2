using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Contributions;

namespace Norda.Features.Messages.Keeping;

/// <summary>
/// The other side keeps its thread, from "były użytkownik". Who chose that texts go has the words and files taken out of it; nobody is
/// blocked any more by or because of a person who is not there.
/// </summary>
public class ForgetMessages(AppDb db, TimeProvider clock) : IForgetPerson
{
    public async Task Forget(ForgottenPerson person, CancellationToken cancel)
    {
        await db.Set<MessageBlock>().Where(b => b.UserId == person.Id || b.BlockedId == person.Id).ExecuteDeleteAsync(cancel);
        if (person.KeepsTexts)
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<MessageAttachment>().Where(f => f.UserId == person.Id).ExecuteDeleteAsync(cancel);
        await db.Set<PrivateMessage>().Where(m => m.SenderId == person.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Content, "").SetProperty(x => x.RemovedAt, x => x.RemovedAt ?? now), cancel);
    }
}
