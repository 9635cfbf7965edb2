using System.Globalization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Events;

/// <summary>Events by title, speaker and place; what comes stands before what was.</summary>
public sealed class FindEvents(AppDb db, Me me, TimeProvider clock) : ISearchSource
{
    public int Order => 30;
    public string Group => "Wydarzenia";
    public string Icon => "calendar-event";
    public (Resource Resource, Act Act) Requires => (Resource.Event, Act.Read);

    public IQueryable<FoundRow> Find(SearchWords words, int most)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var found = db.Set<Event>().VisibleTo(me).Where(e => e.CancelledAt == null);
        foreach (var word in words.Inside)
            found = found.Where(e => SearchText.Folded(" " + e.Title + " " + (e.SpeakerName ?? "") + " " + (e.Location ?? "")).Contains(word));
        var first = found.OrderByDescending(e => e.EndsAt > now).ThenBy(e => e.EndsAt > now ? e.StartsAt : now).ThenByDescending(e => e.StartsAt).ThenBy(e => e.Id).Take(most).Select(e => e.Id);
        return db.Set<Event>().Where(e => first.Contains(e.Id)).Select(e => new FoundRow { Source = Order, Id = e.Id, Title = SearchText.Whole(e.Title), Slug = SearchText.Whole(e.Slug), More = SearchText.Whole(e.Location ?? ""), At = e.StartsAt });
    }

    public string Address(FoundRow row) => "/wydarzenia/" + row.Slug;

    public string? Hint(FoundRow row) => row.At.ToWarsaw().ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
