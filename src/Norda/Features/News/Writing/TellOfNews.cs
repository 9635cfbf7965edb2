using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Notifications;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.News.Writing;

/// <summary>
/// Tells members of news that are on the site, each piece once: as the office publishes, and by the clock for those that waited for their
/// hour. The piece is marked in the transaction of the notices, and of several instances one marks it.
/// </summary>
public class TellOfNews(AppDb db, Notifier notifier, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public static readonly NotificationKind Published = new("news", "Aktualności izby", "news", NotificationChannel.Daily) { Requires = (Resource.News, Act.Read) };

    private const int AtOnce = 20;

    /// <returns>Of how many pieces.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var due = await db.Set<NewsPost>().AsNoTracking().Untold(clock.GetUtcNow().UtcDateTime).OrderBy(n => n.PublishedAt).Take(AtOnce).ToListAsync(cancel);
        var told = 0;
        foreach (var post in due)
            told += await Tell(post, cancel) ? 1 : 0;
        return told;
    }

    private async Task<bool> Tell(NewsPost post, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<NewsPost>().Untold(now).Where(n => n.Id == post.Id).ExecuteUpdateAsync(n => n.SetProperty(x => x.ToldAt, now), cancel) == 0)
            return false;
        var members = db.Users.Where(u => u.IsActive && u.EmailConfirmed && u.Companies.Any(c => c.Status == CompanyUserStatus.Approved));
        foreach (var language in (string?[])[null, "en"])
        {
            var readers = members.Where(u => language == "en" ? u.Language == "en" : u.Language == null || u.Language != "en").Select(u => u.Id);
            await notifier.TellAll(readers, new Notice(Published, $"news:{post.Id}", Spoken.In(language, () => texts["Nowa aktualność: {0}", post.Title].Value), $"/aktualnosci/{post.Slug}")
            {
                Message = post.Summary ?? NewsLine.Shortened(MarkdownText.Plain(post.Content)), RelatedType = "news", RelatedId = post.Id,
            }, cancel);
        }

        await transaction.CommitAsync(cancel);
        return true;
    }
}
