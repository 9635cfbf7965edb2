using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Membership;
using Norda.Features.Papers.Cards;
using Norda.Features.Papers.Mailing;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Papers.Register;

/// <summary>Papers in the account of a firm: the office issues and sends them, the firm fetches its own.</summary>
public class AccountPapers(AppDb db, Me me, TimeProvider clock) : ViewComponent
{
    private const int Shown = 30;

    public async Task<IViewComponentResult> InvokeAsync(int companyId, bool isOffice)
    {
        var (cancel, today) = (HttpContext.RequestAborted, clock.Today());
        var firm = await db.Companies.Where(c => c.Id == companyId).Select(c => new
        {
            c.Slug, HasMail = c.Email != null,
            IsMember = db.Set<Member>().Any(m => m.CompanyId == c.Id && m.Kind != MemberKind.Candidate && m.Since <= today && (m.Until == null || m.Until >= today)),
            HasCard = db.Set<MemberCard>().Any(k => k.Member.CompanyId == c.Id && (k.Member.Until == null || k.Member.Until >= today)),
            Papers = db.Set<Paper>().Where(p => p.CompanyId == c.Id).OrderByDescending(p => p.Id).Take(Shown).Select(p => new PaperRow(
                p.Id, p.Kind, p.Series, p.Year, p.Number, p.IssuedOn, p.PayBy, p.Amount, db.Set<Paper>().Any(n => n.CorrectsId == p.Id),
                db.Set<PaperLetter>().Where(l => l.PaperId == p.Id).Select(l => (DateOnly?)l.SentOn).FirstOrDefault(), db.Set<PaperLetter>().Where(l => l.PaperId == p.Id).Select(l => l.Recipient).FirstOrDefault())).ToList(),
        }).AsSingleQuery().SingleAsync(cancel);
        return View("/Features/Papers/Register/_OfAccount.cshtml", new PapersView(firm.Slug, isOffice, isOffice && AccessTable.Allows(me, Resource.Fee, Act.Change), firm.IsMember, firm.HasCard, firm.HasMail, firm.Papers));
    }
}

public sealed record PapersView(string Slug, bool IsOffice, bool MayChange, bool IsMember, bool HasCard, bool HasMail, IReadOnlyList<PaperRow> Papers);

public sealed record PaperRow(int Id, PaperKind Kind, string Series, int Year, int Number, DateOnly IssuedOn, DateOnly? PayBy, decimal Amount, bool IsCorrected, DateOnly? SentOn, string? SentTo)
{
    public string Name => PaperNames.Number(Series, Year, Number);

    public PostKind? Post => Kind switch { PaperKind.Note => PostKind.Note, PaperKind.Demand => PostKind.Demand, PaperKind.FinalDemand => PostKind.FinalDemand, _ => null };
}
