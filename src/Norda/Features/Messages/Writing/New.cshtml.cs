using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Platform.Access;

namespace Norda.Features.Messages.Writing;

/// <summary>Whom to write to: people of the chamber by name or firm.</summary>
[Access(Resource.Message, Act.Create)]
[ResponseCache(NoStore = true)]
public class NewModel(AppDb db, Me me) : PageModel
{
    private const int AtOnce = 20;
    private const int LongestQuestion = 100;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Strona { get; set; } = 1;

    public IReadOnlyList<ReaderView> People { get; private set; } = [];
    public int Pages { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Strona = Math.Clamp(Strona, 1, 1000);
        var people = db.WhoReceiveMessages().Where(u => u.Id != me.Id);
        if (!string.IsNullOrWhiteSpace(Q))
        {
            Q = Q.Trim()[..Math.Min(Q.Trim().Length, LongestQuestion)];
            var word = AnyCase.Typed(Q);
            people = people.Where(u => AnyCase.Of(u.Name)!.Contains(word) || u.Companies.Any(c => c.Status == CompanyUserStatus.Approved && AnyCase.Of(c.Company.Name)!.Contains(word)));
        }

        Pages = (await people.CountAsync(cancel) + AtOnce - 1) / AtOnce;
        People = await people.OrderBy(u => u.Name).ThenBy(u => u.Id).Skip((Strona - 1) * AtOnce).Take(AtOnce).Select(u => new ReaderView(
            u.Id, u.Name, u.Companies.Where(c => c.Status == CompanyUserStatus.Approved).OrderByDescending(c => c.CompanyId == u.CompanyId).Select(c => c.Company.Name).FirstOrDefault())).ToListAsync(cancel);
    }
}

public sealed record ReaderView(int Id, string Name, string? Firm);
