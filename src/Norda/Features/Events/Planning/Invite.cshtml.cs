using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Events.Planning;

/// <summary>Chooses a group, sees how many people it is, then writes to them: nobody sends a hundred letters by a slip of the hand.</summary>
[Access(Resource.Event, Act.Change)]
[ResponseCache(NoStore = true)]
public class InviteModel(AppDb db, TimeProvider clock, InviteToEvent invite, IStringLocalizer<Texts> texts) : EventDeed(db, clock)
{
    [BindProperty(SupportsGet = true, Name = "grupa")]
    public string? Group { get; set; }

    [BindProperty(SupportsGet = true, Name = "branza")]
    public string? Branch { get; set; }

    [BindProperty(SupportsGet = true, Name = "miejscowosc")]
    public string? Town { get; set; }

    public IReadOnlyList<(string Slug, string Name)> Branches { get; private set; } = [];
    public IReadOnlyList<string> Towns { get; private set; } = [];

    /// <summary>Null while no group is chosen.</summary>
    public int? People { get; private set; }

    private InvitedGroup? Chosen => Group switch
    {
        InvitedGroup.All => new(InvitedGroup.All, null),
        InvitedGroup.Branch when Branch is { Length: > 0 } => new(InvitedGroup.Branch, Branch),
        InvitedGroup.Town when Town is { Length: > 0 } => new(InvitedGroup.Town, Town),
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        Branches = [.. (await Db.Categories.OrderBy(c => c.Name).Select(c => new { c.Slug, c.Name }).ToListAsync(cancel)).Select(c => (c.Slug, c.Name))];
        Towns = await Db.Companies.Listed().Where(c => c.Address.Town != null).Select(c => c.Address.Town!).Distinct().OrderBy(t => t).Take(500).ToListAsync(cancel);
        People = Chosen is { } group ? await group.Of(Db, id).CountAsync(cancel) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        var (invited, outcome) = Chosen is { } group ? await invite.Run(id, group, cancel) : (0, Outcome.Refuse(texts["Wybierz, kogo zaprosić."]));
        if (outcome.Refused)
        {
            await OnGetAsync(id, cancel);
            return Refuse(outcome);
        }

        this.Say(texts["Zaproszenia wysłane: {0}.", invited]);
        return LocalRedirect(Url.Content($"~/biuro/wydarzenia/{id}"));
    }
}
