using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Fees.Payments;
using Norda.Features.Fees.Statements;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Grid;

/// <summary>Who paid and who did not: months beside firms.</summary>
[Access(Resource.Fee, Act.Read)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me, FeeGrid grid, PaymentSheet sheets, IEnumerable<BulkFeeAction> actions, LastStatement last, IEnumerable<FeesLink> links, TimeProvider clock) : PageModel
{
    public GridQuestion Question { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public DateTime Now { get; private set; }
    public IReadOnlyList<GridRow> Rows { get; private set; } = [];
    public IReadOnlyList<MonthShare> Months { get; private set; } = [];
    public GridFigures Figures { get; private set; } = null!;
    public int All { get; private set; }
    public int Found { get; private set; }
    public int Pages => Math.Max(1, (Found + GridQuestion.PageSize - 1) / GridQuestion.PageSize);

    /// <summary>How far the bank's statements reach; null where somebody looks for certain firms.</summary>
    public StatementAge? Statement { get; private set; }

    /// <summary>The sheet that records a payment, when a cell was chosen.</summary>
    public SheetView? Sheet { get; private set; }

    /// <summary>Payments that were just recorded and can be taken back with one click.</summary>
    public JustRecorded? Just { get; private set; }

    public IReadOnlyList<BulkFeeAction> Actions { get; } = [.. actions.OrderBy(a => a.Order)];
    public IReadOnlyList<FeesLink> Links { get; } = [.. links.OrderBy(l => l.Order)];
    public bool MayChange { get; } = AccessTable.Allows(me, Resource.Fee, Act.Change);

    public async Task OnGetAsync(string? firma, string? zapisano, CancellationToken cancel)
    {
        (Today, Now) = (clock.Today(), clock.GetUtcNow().UtcDateTime.ToWarsaw());
        Question = GridQuestion.Read(Request.Query, Today);
        (Figures, Months) = await grid.Figures(Question, Today, cancel);
        All = await grid.Firms(Question with { Filter = GridFilter.All, Text = null }, Today).CountAsync(cancel);
        Found = Question is { Filter: GridFilter.All, Text: null } ? All : await grid.Firms(Question, Today).CountAsync(cancel);
        Rows = await grid.Rows(Question, (Question.Page - 1) * GridQuestion.PageSize, GridQuestion.PageSize, Today, cancel);
        if (Question is { Filter: GridFilter.All, Text: null })
            Statement = await last.Run(cancel);
        if (firma is not null && MayChange)
            Sheet = await sheets.Open(firma, Question.Query(Today), cancel);
        if (Guid.TryParse(zapisano, out var batch) && MayChange)
            Just = await db.Set<FeePayment>().Where(p => p.IdempotencyKey.StartsWith(BatchKey.Prefix(batch)) && p.RecordedBy == me.Id && !db.Set<PaymentReversal>().Any(r => r.PaymentId == p.Id))
                .GroupBy(_ => 1).Select(g => new JustRecorded(batch, g.Count(), g.Sum(p => p.Amount), g.Min(p => p.Company.Name)!)).SingleOrDefaultAsync(cancel);
    }

    public string Link(GridQuestion question) => Url.Content(question.Address(Today));

    /// <summary>The grid with the sheet for this firm over it.</summary>
    public string SheetLink(string slug)
    {
        var query = Question.Query(Today);
        return Url.Content($"{GridQuestion.Path}{query}{(query.Length == 0 ? "?" : "&")}firma={slug}#wplata");
    }

    public PagerState Pager => new(Question.Page, Pages, page => Link(Question with { Page = page }));

    public string MonthName => CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName(Today.Month);
}

/// <summary>What one press recorded.</summary>
public sealed record JustRecorded(Guid Batch, int Payments, decimal Sum, string Firm);

/// <summary>
/// A button over the firms that are ticked in the grid: register one as a singleton. The form is posted to Address with their
/// slugs as "firma". Text is a key of <see cref="Texts"/>.
/// </summary>
public sealed record BulkFeeAction(string Text, string Icon, string Address, int Order);

/// <summary>A way from the grid to a page about fees that a feature adds: register one as a singleton. Text is a key of <see cref="Texts"/>, Href begins with "~/".</summary>
public sealed record FeesLink(string Text, string Href, string Icon, int Order);
