using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Contributions;

namespace Norda.Features.News;

public sealed class NewsInNewsletter(AppDb db, TimeProvider clock) : INewsletterSource
{
    public int Order => 20;
    public string Group => "Aktualności";

    public async Task<IReadOnlyList<NewsletterOffer>> Offer(DateTime since, int most, CancellationToken cancel) =>
        [.. (await db.Set<NewsPost>().Published(clock.GetUtcNow().UtcDateTime).Where(n => n.PublishedAt > since).InOrder().Take(most).Select(NewsLine.From).ToListAsync(cancel))
            .Select(n => new NewsletterOffer($"news:{n.Id}", n.Title, n.Short, "/aktualnosci/" + n.Slug))];
}
