using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Contributions;

namespace Norda.Features.Classifieds;

/// <summary>Titles of open advertisements: the rest is for members, who follow the link.</summary>
public sealed class ClassifiedsInNewsletter(AppDb db, TimeProvider clock, IStringLocalizer<Texts> texts) : INewsletterSource
{
    public int Order => 30;
    public string Group => "Ogłoszenia";

    public async Task<IReadOnlyList<NewsletterOffer>> Offer(DateTime since, int most, CancellationToken cancel) =>
        [.. (await db.Set<Classified>().Open(clock.GetUtcNow().UtcDateTime).Where(c => c.CreatedAt > since).OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Take(most).Select(ClassifiedRow.From).ToListAsync(cancel))
            .Select(c => new NewsletterOffer($"classified:{c.Id}", c.Title, string.Join(" · ", new[] { texts[c.Type.Word].Value, texts[c.Category.Word].Value, c.Place }.OfType<string>()), "/ogloszenia/" + c.Address))];
}
