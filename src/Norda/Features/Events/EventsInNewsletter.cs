using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Contributions;

namespace Norda.Features.Events;

/// <summary>Public events that come, the next first: for those the days that were chosen make no difference.</summary>
public sealed class EventsInNewsletter(AppDb db, TimeProvider clock) : INewsletterSource
{
    public int Order => 10;
    public string Group => "Wydarzenia";

    public async Task<IReadOnlyList<NewsletterOffer>> Offer(DateTime since, int most, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var events = await db.Set<Event>().Where(e => e.Visibility == EventVisibility.Public && e.CancelledAt == null && e.StartsAt > now).OrderBy(e => e.StartsAt).ThenBy(e => e.Id).Take(most)
            .Select(e => new { e.Id, e.Slug, e.Title, e.StartsAt, e.EndsAt, e.Location }).ToListAsync(cancel);
        return [.. events.Select(e => new NewsletterOffer($"event:{e.Id}", e.Title, $"{EventTexts.When(e.StartsAt, e.EndsAt, now.Year)}{(e.Location is { } place ? ", " + place : "")}", "/wydarzenia/" + e.Slug))];
    }
}
