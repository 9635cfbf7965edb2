using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Messages;

/// <summary>People of the chamber by their names, for members: whoever is found can be written to.</summary>
public sealed class FindPeople(AppDb db, Me me) : ISearchSource
{
    public int Order => 20;
    public string Group => "Ludzie";
    public string Icon => "user";
    public (Resource Resource, Act Act) Requires => (Resource.Message, Act.Create);

    public IQueryable<FoundRow> Find(SearchWords words, int most)
    {
        var found = db.WhoReceiveMessages().Where(u => u.Id != me.Id);
        foreach (var word in words.Inside)
            found = found.Where(u => SearchText.Folded(" " + u.Name).Contains(word));
        var first = found.OrderBy(u => u.Name).ThenBy(u => u.Id).Take(most).Select(u => u.Id);
        return db.Users.Where(u => first.Contains(u.Id)).Select(u => new FoundRow
        {
            Source = Order, Id = u.Id, Title = SearchText.Whole(u.Name), Slug = "",
            More = SearchText.Whole(u.Companies.Where(c => c.Status == CompanyUserStatus.Approved).OrderByDescending(c => c.CompanyId == u.CompanyId).Select(c => c.Company.Name).FirstOrDefault() ?? ""), At = u.CreatedAt ?? DateTime.UnixEpoch,
        });
    }

    public string Address(FoundRow row) => $"/wiadomosci/do/{row.Id}";

    public string? Hint(FoundRow row) => row.More.Length > 0 ? row.More : null;
}
