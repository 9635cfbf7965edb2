using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts.Consents;
using Norda.Features.Directory.Demo;
using Norda.Features.Mail.Bounces;

namespace Norda.Features.Newsletter;

/// <summary>A newsletter that the demo chamber sent last month, and three people who get the next one.</summary>
public class DemoIssue(AppDb db, ReadOffers offers, GiveConsent consents, ConsentTexts texts, RecordBounce bounces, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    private static readonly string[] Readers = ["anna@norda.example", "bartek@norda.example", "biuro@norda.example"];

    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration) || await db.Set<Issue>().AnyAsync(cancel))
            return;
        var people = await db.Users.Where(u => Readers.Contains(u.Email!)).Select(u => new { u.Id, u.Email }).ToListAsync(cancel);
        if (people.Count == 0)
            return;
        var (now, office) = (clock.GetUtcNow().UtcDateTime, people.FirstOrDefault(p => p.Email!.StartsWith("biuro", StringComparison.Ordinal))?.Id);
        var items = (await offers.Run(30, cancel)).SelectMany(g => g.Offers.Take(2).Select(o => new IssueItem(o.Key, g.Group, o.Title, o.Note, o.Path))).ToList();
        db.Add(new Issue
        {
            Subject = "Izba w listopadzie: KSeF, targi i nowe firmy", Intro = "Zebraliśmy to, co w tym miesiącu warto wiedzieć. Do zobaczenia na czwartkowym śniadaniu!", Items = items, CreatedBy = office, CreatedAt = now.AddDays(-21),
            StartedBy = office, StartedAt = now.AddDays(-20), Recipients = people.Count, Queued = people.Count, LastUserId = people.Max(p => p.Id), FinishedAt = now.AddDays(-20), Version = 2,
        });
        await db.Unaudited(async () =>
        {
            await db.SaveChangesAsync(cancel);
            foreach (var person in people)
                await consents.Run(person.Id, NewsletterReaders.Consent, texts.CurrentOf(NewsletterReaders.Consent)!.Version, cancel);
            await bounces.Note("kadry@stara-domena.example", null, 0, "5.1.1", "550 5.1.1 User unknown", isHard: true, cancel);
        });
    }
}
