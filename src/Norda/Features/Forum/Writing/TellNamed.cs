using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Notifications;
using Norda.Platform.Contributions;

namespace Norda.Features.Forum.Writing;

/// <summary>Tells whoever is named in a text: people of the conversation by their first name too, everybody else by the whole name.</summary>
public class TellNamed(AppDb db, Notifier notifier)
{
    public const int LongestMessage = 300;

    /// <param name="plain">The text without its Markdown.</param>
    /// <param name="inTalk">Who has written in the conversation.</param>
    public async Task Run(string plain, int author, IQueryable<User> inTalk, Notice notice, CancellationToken cancel)
    {
        if (!plain.Contains('@', StringComparison.Ordinal))
            return;
        var names = Mentions.WholeNames(plain);
        var people = await db.Users.Readers().Where(u => u.Id != author && (inTalk.Any(t => t.Id == u.Id) || names.Contains(SearchText.Folded(u.Name))))
            .Select(u => new { u.Id, u.Name, IsInTalk = inTalk.Any(t => t.Id == u.Id) }).ToListAsync(cancel);
        foreach (var named in people.Where(p => !p.IsInTalk || Mentions.Names(plain, p.Name)))
            await notifier.Tell(named.Id, notice, cancel);
    }

    /// <summary>The beginning of a text, as long as fits a notification.</summary>
    public static string Message(string plain) => plain.Length <= LongestMessage ? plain : plain[..(LongestMessage - 1)] + "…";
}
