using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Cooperation;

/// <summary>Two who agreed to talk: how they reach each other, and later what came of it.</summary>
[Access(Resource.Introduction, Act.Create)]
[ResponseCache(NoStore = true)]
public class ShowModel(AppDb db, Me me, SayOutcome say, IStringLocalizer<Texts> texts) : PageModel
{
    public Talk Talk { get; private set; } = null!;
    public bool IsAuthor => Talk.Author.Id == me.Id;
    public Side Other => IsAuthor ? Talk.Firm : Talk.Author;
    public bool? Said => IsAuthor ? Talk.AuthorSays : Talk.FirmSays;
    public bool MayThank => me.SpokenFor().Count > 0 && Other.CompanySlug is not null;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await Find(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, string odpowiedz, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        this.Say((await say.Run(id, odpowiedz == "tak", cancel)).Refusal ?? texts["Zapisano. Dziękujemy."]);
        return LocalRedirect(Url.Content($"~/wspolpraca/{id}"));
    }

    private async Task<bool> Find(int id, CancellationToken cancel)
    {
        Talk = (await db.Set<Introduction>().AgreedBetween(me.Id, me.SpokenFor()).Where(i => i.Id == id).Select(i => new Talk(i.Id, i.Classified.Title, i.AnsweredAt!.Value, i.AuthorSays, i.FirmSays,
            new Side(i.Classified.AuthorId, i.Classified.Author.Name, i.Classified.Author.Email, i.Classified.Company!.Name, i.Classified.Company.Slug, i.Classified.Company.Phone),
            new Side(i.Answerer!.Id, i.Answerer.Name, i.Answerer.Email, i.Company.Name, i.Company.Slug, i.Company.Phone))).SingleOrDefaultAsync(cancel))!;
        return Talk is not null;
    }
}

public sealed record Talk(int Id, string Title, DateTime Since, bool? AuthorSays, bool? FirmSays, Side Author, Side Firm);

/// <summary>One of the two: the person and their firm.</summary>
public sealed record Side(int Id, string Name, string? Email, string? Company, string? CompanySlug, string? Phone);
