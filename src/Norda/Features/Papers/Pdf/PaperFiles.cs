using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Fees;
using Norda.Features.Fees.Account;
using Norda.Features.Mail;
using Norda.Features.Papers.Mailing;
using Norda.Features.Papers.Writing;
using Norda.Platform;

namespace Norda.Features.Papers.Pdf;

/// <summary>Papers as files: the ones that were issued from what was kept, the others from what the account says now.</summary>
public class PaperFiles(AppDb db, ReadAccount read, TimeProvider clock, IOptions<ChamberOptions> chamber, IOptions<FeeOptions> fees, IOptions<SiteOptions> site)
{
    private Payee Payee => Payee.Of(chamber.Value, fees.Value);

    /// <summary>Null when there is no such paper, or its text is not the one that was issued, or there is nothing to confirm.</summary>
    public async Task<LetterFile?> Of(int companyId, PostKind kind, int? paperId, CancellationToken cancel) => kind switch
    {
        PostKind.Statement => await Statement(companyId, cancel),
        PostKind.Confirmation => await Confirmation(companyId, cancel),
        _ => paperId is { } id ? await Issued(db.Set<Paper>().Where(p => p.Id == id && p.CompanyId == companyId), cancel) : null,
    };

    public async Task<LetterFile?> Issued(IQueryable<Paper> one, CancellationToken cancel)
    {
        if (await one.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } paper || PaperContent.Read(paper.Content, paper.Hash) is not { } content)
            return null;
        return new LetterFile(Slug.From($"{PaperNames.Word(paper.Kind)} {content.Number}") + ".pdf", DrawPaper.File(paper.Kind, content, paper.IssuedAt));
    }

    public async Task<LetterFile?> Statement(int companyId, CancellationToken cancel)
    {
        if (await Firm(companyId, cancel) is not { } firm || await Spoken.In("pl", () => read.Run(db.Companies.Where(c => c.Id == companyId), cancel)) is not { } account)
            return null;
        return new LetterFile($"zestawienie-{account.Today:yyyy-MM-dd}.pdf", DrawStatement.File(account, firm, Payee.Of(chamber.Value, fees.Value, account.Number), Now));
    }

    public async Task<LetterFile?> Confirmation(int companyId, CancellationToken cancel)
    {
        var today = clock.Today();
        if (await Firm(companyId, cancel) is not { Number: not null } firm || firm.Since > today || firm.Until < today)
            return null;
        var owes = await db.Set<Fee>().AnyAsync(f => f.CompanyId == companyId && f.CancelledAt == null && f.DueDate < today && f.Amount - f.Waived - f.AmountPaid > 0, cancel);
        return new LetterFile("zaswiadczenie-o-czlonkostwie.pdf", DrawMember.Confirmation(firm, Payee, site.Value.Origin, Now, today, !owes));
    }

    public async Task<LetterFile?> Card(int companyId, CancellationToken cancel) =>
        await Firm(companyId, cancel) is { Number: not null, Card: not null } firm ? new LetterFile("karta-czlonkowska.pdf", DrawMember.Card(firm, Payee, site.Value.Origin, Now, clock.Today())) : null;

    /// <summary>All that goes by post in one file, with the addresses in the order of the papers.</summary>
    public async Task<(LetterFile Papers, LetterFile Labels)?> ForPost(int runId, CancellationToken cancel)
    {
        var letters = await db.Set<PaperLetter>().AsNoTracking().Include(l => l.Paper).Where(l => l.RunId == runId && l.Recipient == null).OrderBy(l => l.Id).ToListAsync(cancel);
        if (letters.Count == 0)
            return null;
        var ids = letters.ConvertAll(l => l.CompanyId);
        var firms = (await db.Companies.Where(c => ids.Contains(c.Id)).Addressed(db).ToListAsync(cancel)).ToDictionary(f => f.Id);
        var accounts = new Dictionary<int, AccountView>();
        foreach (var letter in letters.Where(l => l.Kind == PostKind.Statement))
            accounts[letter.CompanyId] = (await Spoken.In("pl", () => read.Run(db.Companies.Where(c => c.Id == letter.CompanyId), cancel)))!;
        var papers = Spoken.In("pl", () => PaperSheet.Write("Pisma do wysłania pocztą", Now, sheet =>
        {
            foreach (var letter in letters)
                if (letter.Paper is { } paper && PaperContent.Read(paper.Content, paper.Hash) is { } content)
                    DrawPaper.On(sheet, paper.Kind, content);
                else if (accounts.TryGetValue(letter.CompanyId, out var account))
                    DrawStatement.On(sheet, account, firms[letter.CompanyId], Payee.Of(chamber.Value, fees.Value, account.Number));
        }));
        return (new LetterFile("pisma.pdf", papers), new LetterFile("etykiety.pdf", DrawLabels.File([.. letters.Select(l => firms[l.CompanyId])], Now)));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Task<AddressedFirm?> Firm(int companyId, CancellationToken cancel) => db.Companies.Where(c => c.Id == companyId).Addressed(db).SingleOrDefaultAsync(cancel);
}
