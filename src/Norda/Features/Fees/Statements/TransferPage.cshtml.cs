using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees.Payments;
using Norda.Features.Fees.Statements.Matching;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Statements;

/// <summary>What a person types to part a transfer.</summary>
public sealed class SplitForm
{
    public int Wersja { get; set; }

    /// <summary>Sums by firm's number.</summary>
    public Dictionary<int, string?> Kwota { get; set; } = [];

    /// <summary>Sums by fee's number.</summary>
    public Dictionary<int, string?> Rozpisz { get; set; } = [];

    public bool Zapamietaj { get; set; }
}

/// <summary>One transfer: whose is it? Suggestions, a search, and parting it over firms and months.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
public class TransferPageModel(AppDb db, ReadPayers payers, AcceptTransfer accept, IStringLocalizer<Texts> texts) : PageModel
{
    private const int MostFound = 10;
    private const int MostFees = 200;

    public TransferRow Transfer { get; private set; } = null!;
    public int StatementId { get; private set; }
    public string? Text { get; private set; }
    public IReadOnlyList<Candidate> Suggested { get; private set; } = [];
    public IReadOnlyDictionary<int, string> Names { get; private set; } = new Dictionary<int, string>();
    public IReadOnlyList<FoundFirm> Found { get; private set; } = [];

    /// <summary>Firms over which the transfer is being parted, with their open fees.</summary>
    public IReadOnlyList<SplitFirm> Chosen { get; private set; } = [];

    public SplitForm Form { get; private set; } = new() { Zapamietaj = true };

    public bool IsOpen => Transfer.State is TransferState.Proposed or TransferState.Asked;

    public async Task<IActionResult> OnGetAsync(int id, string? q, int[] firma, CancellationToken cancel)
    {
        if (await db.Set<BankTransfer>().AsNoTracking().Where(t => t.Id == id).Select(t => new { t.StatementId, Transfer = t, Company = t.Company!.Name, t.Company.Slug }).SingleOrDefaultAsync(cancel) is not { } found)
            return NotFound();
        var t = found.Transfer;
        StatementId = found.StatementId;
        Transfer = new(t.Id, t.Version, t.BookedOn, t.Amount, t.Currency, t.PayerName, t.PayerAccount, t.Title, t.State, t.Points, t.Reasons, t.IsAutomatic, t.Note, [], t.CompanyId, found.Company, found.Slug);
        Form.Wersja = Form.Wersja == 0 ? t.Version : Form.Wersja;
        Text = PlainText.Line(q) is { Length: > 100 } longer ? longer[..100] : PlainText.Line(q);
        if (!IsOpen)
            return Page();
        await Choose([.. firma.Distinct().Take(AcceptTransfer.MostParts)], cancel);
        if (Text is { } text)
            await Search(text, cancel);
        else if (Chosen.Count == 0)
            await Suggest(t, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, [FromForm] SplitForm form, CancellationToken cancel)
    {
        Form = form;
        var firms = form.Kwota.Keys.Take(AcceptTransfer.MostParts).ToArray();
        if (await OnGetAsync(id, null, firms, cancel) is not PageResult)
            return NotFound();
        ModelState.Clear();
        var (parts, fault) = Read(form);
        var outcome = fault ?? await accept.Run(id, form.Wersja, parts, form.Zapamietaj, cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(outcome.Field ?? "", refusal);
            return this.ShowAgain();
        }

        return LocalRedirect(Url.Content($"~/biuro/skladki/wyciagi/{StatementId}?zapisano={id}#przelewy"));
    }

    public string Link(params IEnumerable<int> firms) => Url.Content($"~/biuro/skladki/wyciagi/przelew/{Transfer.Id}") + (firms.Any() ? "?" + string.Join('&', firms.Select(f => $"firma={f}")) : "");

    private (IReadOnlyList<TransferPart> Parts, Outcome? Fault) Read(SplitForm form)
    {
        var parts = new List<TransferPart>();
        foreach (var firm in Chosen)
        {
            var wishes = new List<(int, decimal)>();
            foreach (var fee in firm.Open.Where(f => !string.IsNullOrWhiteSpace(form.Rozpisz.GetValueOrDefault(f.Id))))
                if (FeeTexts.ReadAmount(form.Rozpisz[fee.Id]) is not { } part)
                    return ([], Outcome.Refuse(texts["Kwota przy miesiącu to liczba, na przykład 150,00. Puste pole znaczy: nic."], "Kwota"));
                else if (part != 0)
                    wishes.Add((fee.Id, part));
            if (FeeTexts.ReadAmount(form.Kwota.GetValueOrDefault(firm.Id)) is not { } amount)
                return ([], Outcome.Refuse(texts["Wpisz kwotę, na przykład 150,00."], "Kwota"));
            if (amount != 0)
                parts.Add(new(firm.Id, amount) { Wishes = wishes });
        }

        return (parts, null);
    }

    private async Task Choose(int[] firms, CancellationToken cancel)
    {
        if (firms.Length == 0)
            return;
        var names = await db.Companies.Where(c => firms.Contains(c.Id)).Select(c => new { c.Id, c.Name, c.Slug }).ToListAsync(cancel);
        var open = (await db.Set<Fee>().Where(f => firms.Contains(f.CompanyId) && f.Status != FeeStatus.Paid && f.CancelledAt == null).OrderBy(f => f.DueDate).ThenBy(f => f.FeeYear).ThenBy(f => f.FeeMonth).Take(MostFees)
            .Select(f => new { f.CompanyId, Fee = new OpenFee(f.Id, f.FeeYear, f.FeeMonth, f.ThroughMonth, f.Amount - f.Waived - f.AmountPaid, f.DueDate) }).ToListAsync(cancel)).ToLookup(f => f.CompanyId, f => f.Fee);
        Chosen = [.. names.OrderBy(n => Array.IndexOf(firms, n.Id)).Select(n => new SplitFirm(n.Id, n.Name, n.Slug, [.. open[n.Id]]))];
    }

    /// <summary>What is left of the transfer when each of the firms before has what it owes.</summary>
    public decimal Proposed(SplitFirm firm)
    {
        var left = Transfer.Amount;
        foreach (var one in Chosen)
        {
            var part = one == Chosen[^1] ? left : Math.Min(left, one.Open.Sum(f => f.Left));
            if (one == firm)
                return part;
            left -= part;
        }

        return 0;
    }

    private async Task Search(string text, CancellationToken cancel)
    {
        var word = AnyCase.Typed(text);
        var nip = Nip.TryParse(text, out var read) ? read : text;
        Found = await db.Companies.Where(c => AnyCase.Of(c.Name)!.Contains(word) || c.Nip == nip).OrderBy(c => AnyCase.Of(c.Name)).ThenBy(c => c.Id).Take(MostFound)
            .Select(c => new FoundFirm(c.Id, c.Name, c.Address.Town, c.Nip, db.Set<Fee>().Where(f => f.CompanyId == c.Id && f.Status != FeeStatus.Paid && f.CancelledAt == null).Sum(f => f.Amount - f.Waived - f.AmountPaid))).ToListAsync(cancel);
    }

    private async Task Suggest(BankTransfer transfer, CancellationToken cancel)
    {
        var known = await payers.Run(cancel);
        Suggested = known.Judge(MatchTransfers.Seen(transfer, false)).Candidates;
        Names = Suggested.ToDictionary(s => s.CompanyId, s => known.NameOf(s.CompanyId));
    }
}

public sealed record FoundFirm(int Id, string Name, string? Town, string? Nip, decimal Owes);

public sealed record SplitFirm(int Id, string Name, string Slug, IReadOnlyList<OpenFee> Open);
