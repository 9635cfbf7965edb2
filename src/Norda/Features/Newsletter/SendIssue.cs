using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Accounts.Consents;
using Norda.Features.Mail;
using Norda.Features.Notifications;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Newsletter;

/// <summary>Sends the issue to who asks for it, to see it where it will be read.</summary>
public class SendTestIssue(AppDb db, Me me, QueueMail mail, NewsletterStopLink stop, IOptions<SiteOptions> site, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int id, CancellationToken cancel)
    {
        if (me.Id is not { } person || await db.Set<Issue>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } issue)
            return Outcome.Refuse(texts["Tego newslettera już nie ma."]);
        var effect = string.Create(CultureInfo.InvariantCulture, $"{id}:proba:{person}:{clock.GetUtcNow().UtcTicks}");
        mail.Run(IssueLetter.Of(texts, issue, new Reader(person, me.Email, me.Name), effect, site.Value.Origin, stop.For(person, site.Value.Origin)));
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }
}

/// <summary>Lets an issue go: once, whoever presses and however often. The letters are written in the background.</summary>
public class StartIssue(AppDb db, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <param name="version">Of the letter that the person saw.</param>
    public async Task<Outcome> Run(int id, int version, CancellationToken cancel)
    {
        var readers = await db.NewsletterReadersNow().CountAsync(cancel);
        if (readers == 0)
            return Outcome.Refuse(texts["Nikt jeszcze nie zgodził się na newsletter. Zgodę daje się na stronie „Moje konto”."]);
        if (await db.Set<Issue>().SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } issue || issue.StartedAt is null && issue.Version != version)
            return Outcome.Refuse(texts["Ten newsletter zmieniono w innym oknie. Otwórz go jeszcze raz i popraw."]);
        if (issue.StartedAt is not null)
            return Outcome.Done;
        (issue.StartedAt, issue.StartedBy, issue.Recipients) = (clock.GetUtcNow().UtcDateTime, me.Id, readers);
        issue.Version++;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear(); // the other press has started it
        }

        return Outcome.Done;
    }
}

/// <summary>
/// Writes the letters of issues that were started, a hundred at a time: the place up to which everybody has theirs moves in the same
/// transaction, so that an instance that dies leaves no gap and two write no letter twice.
/// </summary>
public class WorkIssues(AppDb db, QueueMail mail, NewsletterStopLink stop, Notifier notifier, IOptions<SiteOptions> site, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const int AtOnce = 100;

    /// <returns>How many letters were written.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var written = 0;
        foreach (var issue in await db.Set<Issue>().AsNoTracking().Where(i => i.StartedAt != null && i.FinishedAt == null).OrderBy(i => i.Id).ToListAsync(cancel))
            written += await Work(issue, cancel);
        return written;
    }

    private async Task<int> Work(Issue issue, CancellationToken cancel)
    {
        var (written, last) = (0, issue.LastUserId);
        while (true)
        {
            var people = await db.NewsletterReadersNow().Where(u => u.Id > last).OrderBy(u => u.Id).Take(AtOnce).Select(u => new Reader(u.Id, u.Email!, u.Name)).ToListAsync(cancel);
            if (people.Count == 0)
            {
                await Finish(issue, cancel);
                return written;
            }

            if (!await Write(issue, people, last, cancel))
                return written;
            (last, written) = (people[^1].UserId!.Value, written + people.Count);
        }
    }

    /// <returns>False when another instance has moved on meanwhile.</returns>
    private async Task<bool> Write(Issue issue, List<Reader> people, int from, CancellationToken cancel)
    {
        // Before the transaction: the first link makes the key that signs it, on a connection of its own.
        var letters = people.ConvertAll(p => IssueLetter.Of(texts, issue, p, string.Create(CultureInfo.InvariantCulture, $"{issue.Id}:{p.UserId}"), site.Value.Origin, stop.For(p.UserId!.Value, site.Value.Origin)));
        var to = people[^1].UserId!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Issue>().Where(i => i.Id == issue.Id && i.LastUserId == from && i.FinishedAt == null)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.LastUserId, to).SetProperty(x => x.Queued, x => x.Queued + people.Count), cancel) != 1)
            return false;
        letters.ForEach(mail.Run);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return true;
    }

    /// <summary>Who started it is told.</summary>
    private async Task Finish(Issue issue, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Issue>().Where(i => i.Id == issue.Id && i.FinishedAt == null).ExecuteUpdateAsync(i => i.SetProperty(x => x.FinishedAt, now), cancel) == 1 && issue.StartedBy is { } starter)
            await notifier.Tell(starter, new Notice(NewsletterNotices.Sent, $"newsletter:{issue.Id}", texts["Newsletter „{0}” jest wysłany", issue.Subject], $"/biuro/newsletter/{issue.Id}"), cancel);
        await transaction.CommitAsync(cancel);
    }
}

/// <summary>Takes back the consent to the newsletter by a letter's link; asked twice it changes nothing more.</summary>
public class StopNewsletter(GiveConsent consents)
{
    public Task<Outcome> Run(int person, CancellationToken cancel) => consents.TakeBack(person, NewsletterReaders.Consent, cancel);
}

public static class NewsletterNotices
{
    public static readonly NotificationKind Sent = new("newsletter-sent", "Wysłane newslettery", "system", NotificationChannel.InApp) { Requires = (Resource.Newsletter, Act.Change) };
}
