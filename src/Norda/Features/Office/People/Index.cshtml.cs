using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Features.Accounts;
using Norda.Features.Accounts.People;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.People;

/// <summary>Everybody with an account; on top those who wait to be let into a firm, the longest waiting first.</summary>
[Access(Resource.Person, Act.Change)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, DecideJoinRequest decide, IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>Ways to narrow the list, by their names in the address.</summary>
    private static readonly Dictionary<string, Expression<Func<User, bool>>> Ways = new(StringComparer.Ordinal)
    {
        ["czeka"] = u => u.Companies.Any(c => c.Status == CompanyUserStatus.Requested),
        ["role"] = u => u.Roles.Any(),
        ["wylaczone"] = u => !u.IsActive,
        ["bez-adresu"] = u => !u.EmailConfirmed,
        ["bez-drugiego"] = u => !u.TwoFactorEnabled && u.Roles.Any(r => r.Role == Role.Office || r.Role == Role.Admin),
    };

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Pokaz { get; set; }

    [BindProperty(SupportsGet = true, Name = "strona")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<PlaceView> Places { get; private set; } = [];
    public IReadOnlyList<PersonRow> People { get; private set; } = [];
    public IReadOnlyList<Narrowing> Filters { get; private set; } = [];
    public int Total { get; private set; }
    public PagerState Pager { get; private set; } = new(1, 1, _ => "");

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Places = await db.Set<CompanyUser>().Where(p => p.Status == CompanyUserStatus.Requested).OrderBy(p => p.CreatedAt).Take(PlaceView.Most).Select(PlaceView.From).ToListAsync(cancel);
        var found = Sought(db.Users.AsNoTracking().Where(u => u.ErasedAt == null));
        var counts = await db.Set<AuditHead>().Select(_ => new[]
        {
            found.Count(), found.Count(Ways["czeka"]), found.Count(Ways["role"]), found.Count(Ways["wylaczone"]), found.Count(Ways["bez-adresu"]), found.Count(Ways["bez-drugiego"]),
        }).SingleAsync(cancel);
        var way = Pokaz is not null && Ways.ContainsKey(Pokaz) ? Pokaz : null;
        var address = new ListAddress(Url.Content("~/biuro/osoby"), Request.Query, "q", "pokaz");
        string[] words = [texts["Wszystkie konta"], texts["Czekają na firmę"], texts["Z rolą w izbie"], texts["Konta wyłączone"], texts["Bez potwierdzonego adresu"], texts["Bez drugiego składnika"]];
        Filters = [.. Ways.Keys.Prepend<string?>(null).Select((key, i) => new Narrowing(words[i], address.With("pokaz", key), counts[i], key == way))];
        Total = Filters.Single(f => f.IsOn).Count;
        (Number, var pages) = ListAddress.Clamp(Number, Total);
        Pager = new PagerState(Number, pages, address.Page);
        People = await (way is null ? found : found.Where(Ways[way])).OrderBy(u => u.Name).ThenBy(u => u.Id).Skip((Number - 1) * ListAddress.PageSize).Take(ListAddress.PageSize).AsSingleQuery().Select(u => new PersonRow(
            u.Id, u.Name, u.Email!, u.IsActive, u.EmailConfirmed, u.TwoFactorEnabled, u.LastLogin,
            u.Roles.Select(r => r.Role).ToList(), u.Companies.Where(c => c.Status == CompanyUserStatus.Approved).OrderBy(c => c.CompanyId).Select(c => c.Company.Name).ToList())).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(PlaceDecision input, CancellationToken cancel)
    {
        if (await decide.Run(input.User, input.Firm, input.Given, Request.LetterOrigin(), cancel) is { Refusal: { } refusal })
        {
            ModelState.AddModelError("", refusal);
            await OnGetAsync(cancel);
            return this.ShowAgain();
        }

        this.Say(texts["Zapisano."]);
        return RedirectToPage();
    }

    /// <summary>By name, address or firm, whatever the case of letters.</summary>
    private IQueryable<User> Sought(IQueryable<User> people)
    {
        var word = AnyCase.Typed(Q);
        return word.Length is 0 or > ListAddress.LongestWord ? people
            : people.Where(u => AnyCase.Of(u.Name)!.Contains(word) || AnyCase.Of(u.Email)!.Contains(word) || u.Companies.Any(c => AnyCase.Of(c.Company.Name)!.Contains(word)));
    }
}

public sealed record PersonRow(int Id, string Name, string Email, bool IsActive, bool IsProven, bool HasSecondFactor, DateTime? LastLogin, IReadOnlyList<Role> Roles, IReadOnlyList<string> Firms);
