using Norda.Data;
using Norda.Features.Files;

namespace Norda.Features.Directory;

public sealed class PhotosOfFirms : IFileUse
{
    public IQueryable<string> Files(AppDb db) => db.Set<CompanyPhoto>().Select(p => p.FileId);
}

public sealed class LogosOfFirms : IFileUse
{
    private const int Start = 7; // behind "/pliki/"
    private const int Length = 32;

    public IQueryable<string> Files(AppDb db) => db.Companies.Where(c => c.Logo != null && c.Logo.StartsWith("/pliki/")).Select(c => c.Logo!.Substring(Start, Length));
}
