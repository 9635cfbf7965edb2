using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees.Statements.Matching;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Statements;

/// <summary>Which transfers of a statement: those that wait for a person, booked ones, ignored ones.</summary>
public enum TransferFilter { Open, Booked, Ignored }

/// <summary>One statement: how far its matching has come, and its transfers.</summary>
[Access(Resource.Fee, Act.Read)]
[ResponseCache(NoStore = true)]
public class ShowModel(AppDb db, Me me) : PageModel
{
    private const int PageSize = 25;
    private const string EverySecond = "1";
    private static readonly Dictionary<string, TransferFilter> Filters = new() { ["zaksiegowane"] = TransferFilter.Booked, ["pominiete"] = TransferFilter.Ignored };

    public BankStatement Statement { get; private set; } = null!;
    public TransferFilter Filter { get; private set; }
    public IReadOnlyDictionary<TransferFilter, int> Counts { get; private set; } = new Dictionary<TransferFilter, int>();
    public int Automatic { get; private set; }
    public decimal BookedSum { get; private set; }
    public IReadOnlyList<TransferRow> Transfers { get; private set; } = [];
    public PagerState Pager { get; private set; } = null!;

    /// <summary>What was decided just now and can be taken back with one press.</summary>
    public TransferRow? Just { get; private set; }

    public bool MayChange { get; } = AccessTable.Allows(me, Resource.Fee, Act.Change);

    public async Task<IActionResult> OnGetAsync(int id, string? f, int? strona, int? zapisano, CancellationToken cancel)
    {
        if (await db.Set<BankStatement>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } statement)
            return NotFound();
        if (statement.Content is not null)
            return LocalRedirect(Url.Content($"~/biuro/skladki/wyciagi/{id}/kolumny"));
        if (statement is { FinishedAt: null, UndoneAt: null })
            Response.Headers["Refresh"] = EverySecond;
        (Statement, Filter) = (statement, Filters.GetValueOrDefault(f ?? ""));
        await Count(cancel);
        var page = Math.Clamp(strona ?? 1, 1, 100_000);
        Transfers = await Rows(Chosen(db.Set<BankTransfer>().Where(t => t.StatementId == id)).OrderByDescending(t => t.State == TransferState.Proposed).ThenByDescending(t => t.Points).ThenBy(t => t.Id).Skip((page - 1) * PageSize).Take(PageSize), cancel);
        if (zapisano is { } just && MayChange)
            Just = (await Rows(db.Set<BankTransfer>().Where(t => t.Id == just && t.StatementId == id && (t.State == TransferState.Booked || t.State == TransferState.Ignored) && t.DecidedBy == me.Id), cancel)).FirstOrDefault();
        Pager = new(page, Math.Max(1, (Counts[Filter] + PageSize - 1) / PageSize), number => Link(Filter, number));
        return Page();
    }

    public string Link(TransferFilter filter, int page = 1)
    {
        var query = string.Join('&', new[] { filter == TransferFilter.Open ? null : "f=" + Filters.First(f => f.Value == filter).Key, page > 1 ? $"strona={page}" : null }.OfType<string>());
        return Url.Content($"~/biuro/skladki/wyciagi/{Statement.Id}{(query.Length > 0 ? "?" + query : "")}");
    }

    private async Task Count(CancellationToken cancel)
    {
        var states = await db.Set<BankTransfer>().Where(t => t.StatementId == Statement.Id).GroupBy(t => new { t.State, t.IsAutomatic }).Select(g => new { g.Key.State, g.Key.IsAutomatic, Count = g.Count(), Sum = g.Sum(t => t.Amount) }).ToListAsync(cancel);
        Counts = new Dictionary<TransferFilter, int>
        {
            [TransferFilter.Open] = states.Where(s => s.State is TransferState.Proposed or TransferState.Asked).Sum(s => s.Count),
            [TransferFilter.Booked] = states.Where(s => s.State == TransferState.Booked).Sum(s => s.Count),
            [TransferFilter.Ignored] = states.Where(s => s.State == TransferState.Ignored).Sum(s => s.Count),
        };
        Automatic = states.Where(s => s is { State: TransferState.Booked, IsAutomatic: true }).Sum(s => s.Count);
        BookedSum = states.Where(s => s.State == TransferState.Booked).Sum(s => s.Sum);
    }

    private IQueryable<BankTransfer> Chosen(IQueryable<BankTransfer> transfers) => Filter switch
    {
        TransferFilter.Booked => transfers.Where(t => t.State == TransferState.Booked),
        TransferFilter.Ignored => transfers.Where(t => t.State == TransferState.Ignored),
        _ => transfers.Where(t => t.State == TransferState.Proposed || t.State == TransferState.Asked),
    };

    private async Task<IReadOnlyList<TransferRow>> Rows(IQueryable<BankTransfer> transfers, CancellationToken cancel) => await transfers.Select(t => new TransferRow(
        t.Id, t.Version, t.BookedOn, t.Amount, t.Currency, t.PayerName, t.PayerAccount, t.Title, t.State, t.Points, t.Reasons, t.IsAutomatic, t.Note,
        db.Set<TransferShare>().Where(s => s.TransferId == t.Id && s.UndoneAt == null).Select(s => db.Companies.Where(c => c.Id == s.CompanyId).Select(c => c.Name).FirstOrDefault()!).ToList(), t.CompanyId, t.Company!.Name, t.Company.Slug)).ToListAsync(cancel);
}

public sealed record TransferRow(
    int Id, int Version, DateOnly BookedOn, decimal Amount, string Currency, string? PayerName, string? PayerAccount, string? Title, TransferState State, int Points, string? Written, bool IsAutomatic, string? Note, List<string> BookedTo, int? CompanyId, string? Company, string? Slug)
{
    public string Sum => Currency == "PLN" ? Amount.ToZloty() : $"{Amount:N2} {Currency}";
    public string? Account => PayerAccount is { } account ? MemberAccount.Display(account) : null;

    /// <summary>What spoke for the firm and what against booking, for people.</summary>
    public (IReadOnlyList<(MatchReason Reason, int Points)> Reasons, IReadOnlyList<Doubt> Doubts) Why => Verdict.Read(Written);
}
