using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Accounts.Account;

public sealed class ChangeNameForm
{
    [Required(ErrorMessage = "Wpisz imię i nazwisko.")]
    [StringLength(UserMap.LongestName, ErrorMessage = "Imię i nazwisko mają do 100 znaków.")]
    public string Name { get; set; } = "";
}

/// <summary>A person writes their own name anew; what they wrote before shows it too.</summary>
public class ChangeName(AppDb db, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int userId, string typed, CancellationToken cancel)
    {
        if (PlainText.Line(typed) is not { } name)
            return Outcome.Refuse(texts["Wpisz imię i nazwisko."], "NameForm.Name");
        (await db.Users.SingleAsync(u => u.Id == userId, cancel)).Name = name;
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }
}
