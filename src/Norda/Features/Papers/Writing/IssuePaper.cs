using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Fees;
using Norda.Features.Fees.Statements.Matching;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Papers.Writing;

/// <summary>Puts a paper into the caller's transaction, with its number and its hash.</summary>
public class IssuePaper(AppDb db, TakeNumber numbers, Me me, TimeProvider clock, IOptions<ChamberOptions> chamber, IOptions<FeeOptions> fees, IStringLocalizer<Texts> texts)
{
    /// <summary>The chamber, as it stands in papers.</summary>
    public Payee Issuer => Payee.Of(chamber.Value, fees.Value);

    /// <summary>What the chamber must have entered before it can ask for money on paper.</summary>
    public Outcome Ready() => Issuer is { Address: not null, Nip: not null, Account: not null }
        ? Outcome.Done
        : Outcome.Refuse(texts["Uzupełnij w ustawieniach adres biura, NIP i rachunek bankowy izby. Bez nich nie można wystawić pisma."]);

    /// <summary>Saves nothing: the caller does, with what else belongs to it.</summary>
    /// <param name="content">Called with the number.</param>
    public async Task<Paper> Run(PaperKind kind, string series, AddressedFirm firm, Func<string, PaperContent> content, CancellationToken cancel, Paper? corrects = null, string? occasion = null)
    {
        var today = clock.Today();
        var number = await numbers.Run(series, today.Year, cancel);
        var written = content(PaperNames.Number(series, today.Year, number));
        var text = written.Write();
        var paper = new Paper
        {
            Kind = kind, Series = series, Year = today.Year, Number = number, CompanyId = firm.Id, CorrectsId = corrects?.Id, Occasion = occasion, IssuedOn = today, PayBy = written.PayBy, Amount = written.ToPay,
            Content = text, Hash = PaperContent.HashOf(text), IssuedBy = me.Id, IssuedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(paper);
        return paper;
    }

    /// <summary>What is the same in all papers to a firm.</summary>
    public PaperContent Frame(string number, AddressedFirm firm, IReadOnlyList<PaperLine> lines) => new()
    {
        Number = number, IssuedOn = clock.Today(), Issuer = new Party(Issuer.Name, Issuer.Address, Issuer.Nip), Recipient = firm.Party, MemberNumber = firm.Number, Lines = lines,
    };

    /// <summary>With what a transfer needs.</summary>
    public PaperContent Payable(PaperContent content, AddressedFirm firm, DateOnly payBy, DateOnly latest)
    {
        var title = MemberReference.For(firm.Number, latest) is { } reference ? $"{content.Number} {reference}" : content.Number;
        var payee = Payee.Of(chamber.Value, fees.Value, firm.Number);
        return content with { PayBy = payBy, Account = payee.Account, TransferTitle = title, TransferCode = content.ToPay > 0 ? payee.Code(content.ToPay, title) : null };
    }
}
