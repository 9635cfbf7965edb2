using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Newsletter;

public sealed class IssueForm
{
    public const int MostDays = 90;

    [Required(ErrorMessage = "Wpisz temat listu.")]
    [StringLength(IssueMap.LongestSubject, MinimumLength = 5, ErrorMessage = "Temat ma od 5 do 150 znaków.")]
    public string Subject { get; set; } = "";

    [StringLength(IssueMap.LongestIntro, ErrorMessage = "Wstęp ma do 3000 znaków.")]
    public string? Intro { get; set; }

    /// <summary>Keys of what was ticked.</summary>
    public List<string> Ticked { get; set; } = [];

    /// <summary>How far back the offers go.</summary>
    [Range(1, MostDays, ErrorMessage = "Wybierz od 1 do 90 dni.")]
    public int Days { get; set; } = 14;

    public int Version { get; set; }
}

/// <summary>What the features offer, under their headings.</summary>
public class ReadOffers(IEnumerable<INewsletterSource> sources, TimeProvider clock)
{
    private const int MostOfKind = 20;

    public async Task<IReadOnlyList<OfferGroup>> Run(int days, CancellationToken cancel)
    {
        var (since, groups) = (clock.GetUtcNow().UtcDateTime.AddDays(-Math.Clamp(days, 1, IssueForm.MostDays)), new List<OfferGroup>());
        foreach (var source in sources.OrderBy(s => s.Order))
            if (await source.Offer(since, MostOfKind, cancel) is { Count: > 0 } offers)
                groups.Add(new OfferGroup(source.Group, offers));
        return groups;
    }
}

public sealed record OfferGroup(string Group, IReadOnlyList<NewsletterOffer> Offers);

/// <summary>Composes an issue of what was ticked, or changes one that has not gone out.</summary>
public class SaveIssue(AppDb db, Me me, ReadOffers read, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<(Issue? Issue, Outcome Outcome)> Run(int? id, IssueForm form, CancellationToken cancel)
    {
        var issue = id is null ? new Issue { Subject = "", CreatedBy = me.Id, CreatedAt = clock.GetUtcNow().UtcDateTime } : await db.Set<Issue>().SingleOrDefaultAsync(i => i.Id == id, cancel);
        if (issue is null || issue.StartedAt is not null)
            return (null, Outcome.Refuse(texts["Tego newslettera nie można już zmienić: jest w drodze. Ułóż nowy."]));
        if (id is null)
            db.Add(issue);
        else if (issue.Version != form.Version)
            return (null, Stale());
        var ticked = form.Ticked.ToHashSet(StringComparer.Ordinal);
        var offered = (await read.Run(form.Days, cancel)).SelectMany(g => g.Offers.Select(o => new IssueItem(o.Key, g.Group, o.Title, o.Note, o.Path))).ToList();
        // What is offered no longer, because the days are over, stays if it stays ticked.
        issue.Items = [.. offered.Concat(issue.Items.Where(i => !offered.Exists(o => o.Key == i.Key))).Where(i => ticked.Contains(i.Key))];
        (issue.Subject, issue.Intro) = (PlainText.Line(form.Subject)!, PlainText.Clean(form.Intro) is { Length: > 0 } intro ? intro : null);
        if (issue.Items.Count == 0 && issue.Intro is null)
            return (null, Outcome.Refuse(texts["Zaznacz choć jedną rzecz albo napisz wstęp: pustego listu nie wyślemy."]));
        issue.Version++;
        try
        {
            await db.SaveChangesAsync(cancel);
            return (issue, Outcome.Done);
        }
        catch (DbUpdateConcurrencyException)
        {
            return (null, Stale());
        }
    }

    private Outcome Stale() => Outcome.Refuse(texts["Ten newsletter zmieniono w innym oknie. Otwórz go jeszcze raz i popraw."]);
}
