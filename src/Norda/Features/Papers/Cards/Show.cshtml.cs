using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Papers.Cards;

/// <summary>What the QR code of a card opens: whether the membership holds today. Nothing about money.</summary>
[Access(Resource.MemberCard, Act.Read)]
[ResponseCache(NoStore = true)]
public class ShowModel(AppDb db, TimeProvider clock) : PageModel
{
    private const int LongestCode = 40;

    public CardView Card { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        var today = clock.Today();
        var card = token.Length > LongestCode ? null : await db.Set<MemberCard>().Where(c => c.Code == token)
            .Select(c => new CardView(c.Member.Company.Name, c.Member.Company.Slug, c.Member.Company.Status == Directory.CompanyStatus.Active, c.Member.Number, c.Member.Since, c.Member.Until, today)).SingleOrDefaultAsync(cancel);
        Card = card!;
        return card is null ? NotFound() : Page();
    }
}

public sealed record CardView(string Name, string Slug, bool IsListed, int Number, DateOnly Since, DateOnly? Until, DateOnly Today)
{
    public bool Holds => Since <= Today && (Until is null || Until >= Today);

    /// <summary>A card holds for the calendar year, or for as long as the membership does.</summary>
    public DateOnly ValidUntil => Validity(Until, Today);

    public static DateOnly Validity(DateOnly? until, DateOnly today) => until is { } end && end <= new DateOnly(today.Year, 12, 31) ? end : new DateOnly(today.Year, 12, 31);
}
