using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory;
using Norda.Features.Directory.Editor;
using Norda.Features.Directory.Requests;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.Moderation;

/// <summary>What firms sent back by their links, waiting for the office: old and new, field by field.</summary>
[Access(Resource.ProfileRequest, Act.Change)]
public class ProfilesModel(AppDb db, TakeProposal take, IStringLocalizer<Texts> texts) : PageModel
{
    private const int AtOnce = 20;
    private IReadOnlyDictionary<string, string> _categories = new Dictionary<string, string>();

    public IReadOnlyList<WaitingProposal> Proposals { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var waiting = await (from r in db.Set<ProfileRequest>().AsNoTracking()
                             join c in db.Companies.AsNoTracking() on r.CompanyId equals c.Id
                             where r.SubmittedAt != null && r.DecidedAt == null
                             orderby r.SubmittedAt
                             select new { Request = r, Firm = c }).Take(AtOnce).ToListAsync(cancel);
        Proposals = [.. waiting.Select(w => new WaitingProposal(
            w.Request.Id, w.Firm.Id, w.Firm.Name, w.Request.SentTo, w.Request.SubmittedAt!.Value,
            JsonSerializer.Deserialize<Dictionary<string, ProposedValue>>(w.Request.Proposal!)!,
            ProfileSection.AllFields.ToDictionary(f => f.Key, f => f.Get(w.Firm))))];
        _categories = (await db.EditorChoices([ProfileSection.Data.Fields.First(f => f.Dictionary == EditorLists.Categories)], cancel))[EditorLists.Categories].ToDictionary(c => c.Value, c => c.Label);
    }

    public async Task<IActionResult> OnPostAsync(int id, string? decyzja, string[] pola, CancellationToken cancel)
    {
        if (await take.Run(id, decyzja == "przyjmij" ? pola : [], cancel) is { Refusal: { } refusal })
        {
            ModelState.AddModelError("", refusal);
            await OnGetAsync(cancel);
            return this.ShowAgain();
        }

        this.Say(texts["Zapisano."]);
        return RedirectToPage();
    }

    public string Show(FieldShape field, string? value) =>
        field.Dictionary == EditorLists.Categories && value is not null ? _categories.GetValueOrDefault(value, value) : field.Show(value, texts);
}

public sealed record WaitingProposal(int Id, int CompanyId, string Firm, string SentTo, DateTime At, IReadOnlyDictionary<string, ProposedValue> Values, IReadOnlyDictionary<string, string?> Now);
