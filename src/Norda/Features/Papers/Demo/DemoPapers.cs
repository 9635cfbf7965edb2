using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Demo;
using Norda.Features.Fees;
using Norda.Features.Membership;
using Norda.Features.Papers.Cards;
using Norda.Features.Papers.Demands;
using Norda.Features.Papers.Mailing;
using Norda.Features.Papers.Notes;
using Norda.Features.Papers.Reminders;
using Norda.Platform;

namespace Norda.Features.Papers.Demo;

/// <summary>Papers of the demo chamber: notes for what is open, demands to those who have not paid for long, a plan of reminders and what it sent last month. The same each time.</summary>
public class DemoPapers(AppDb db, IssueNote note, CorrectNote correct, IssueDemand demand, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    private const int Cards = 5;
    private static readonly (int Days, PostKind Kind)[] Plan = [(-7, PostKind.Reminder), (3, PostKind.Reminder), (14, PostKind.Demand), (35, PostKind.FinalDemand)];

    public Task Fill(CancellationToken cancel) => db.Unaudited(() => Invent(cancel));

    private async Task Invent(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration) || !await db.Set<Fee>().AnyAsync(cancel) || await db.Set<ReminderStep>().AnyAsync(cancel))
            return;
        var (now, today) = (clock.GetUtcNow().UtcDateTime, clock.Today());
        db.AddRange(Plan.Select(p => new ReminderStep { Days = p.Days, Kind = p.Kind, CreatedAt = now.AddMonths(-6) }));
        db.AddRange((await db.Set<Member>().OrderBy(m => m.Number).Select(m => m.Id).Take(Cards).ToListAsync(cancel)).Select(id => new MemberCard { MemberId = id, CreatedAt = now }));
        var open = (await db.Set<Fee>().Where(f => f.CancelledAt == null && f.Amount - f.Waived - f.AmountPaid > 0).OrderBy(f => f.CompanyId).Select(f => new { f.Id, f.CompanyId, f.DueDate }).ToListAsync(cancel)).GroupBy(f => f.CompanyId).ToList();
        await Reminded([.. open.Where(g => g.Min(f => f.DueDate) < today).Select(g => g.Key)], now.AddMonths(-1), cancel);
        var papers = new List<(int CompanyId, int PaperId)>();
        foreach (var firm in open)
            if (await note.Run(firm.Key, [.. firm.Select(f => f.Id)], cancel) is { PaperId: { } paper })
                papers.Add((firm.Key, paper));
        foreach (var firm in open.Where(g => g.Count(f => f.DueDate < today) > 1))
            await demand.Run(firm.Key, PaperKind.Demand, withInterest: false, cancel);
        if (papers.Count > 0)
        {
            await correct.Run(papers[0].PaperId, "Błędny okres składki na nocie", cancel);
            await note.Run(papers[0].CompanyId, [.. open[0].Select(f => f.Id)], cancel);
            await Posted([.. papers.Skip(1)], now, cancel);
        }
    }

    private async Task Reminded(List<int> late, DateTime at, CancellationToken cancel)
    {
        var emails = await db.Companies.Where(c => late.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Email, cancel);
        db.AddRange(late.Select(id => new PaperLetter
        {
            CompanyId = id, Kind = PostKind.Reminder, Occasion = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"reminder:3:{at:yyyy-MM-dd}"), Recipient = emails[id], SentOn = DateOnly.FromDateTime(at), CreatedAt = at,
        }));
        await db.SaveChangesAsync(cancel);
    }

    private async Task Posted(List<(int CompanyId, int PaperId)> papers, DateTime now, CancellationToken cancel)
    {
        var firms = papers.ConvertAll(p => p.CompanyId);
        var emails = await db.Companies.Where(c => firms.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Email, cancel);
        var run = new PaperRun { Kind = PostKind.Note, Key = new Guid(1, 0, 0, new byte[8]), Firms = firms, StartedAt = now, WorkedAt = now, FinishedAt = now, Done = firms.Count, Mailed = firms.Count(f => emails[f] is not null), ToPrint = firms.Count(f => emails[f] is null) };
        db.Add(run);
        await db.SaveChangesAsync(cancel);
        db.AddRange(papers.Select(p => new PaperLetter { CompanyId = p.CompanyId, Kind = PostKind.Note, Occasion = $"paper:{p.PaperId}", PaperId = p.PaperId, RunId = run.Id, Recipient = emails[p.CompanyId], SentOn = DateOnly.FromDateTime(now), CreatedAt = now }));
        await db.SaveChangesAsync(cancel);
    }
}
