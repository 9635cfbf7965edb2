using Microsoft.AspNetCore.Mvc.RazorPages;
using Norda.Data;
using Norda.Features.Directory.Care;
using Norda.Features.Directory.Demo;
using Norda.Features.Directory.Duplicates;
using Norda.Features.Directory.Editor;
using Norda.Features.Directory.History;
using Norda.Features.Directory.Import;
using Norda.Features.Directory.Links;
using Norda.Features.Directory.Lists;
using Norda.Features.Directory.Profile;
using Norda.Features.Directory.Quality;
using Norda.Features.Directory.Requests;
using Norda.Features.Directory.Start;
using Norda.Features.Files;
using Norda.Features.Mail;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Directory;

public static class DirectoryModule
{
    public static void AddDirectory(this WebApplicationBuilder builder)
    {
        builder.AddPublicPages();
        builder.Services.AddSingleton(new NavItem("Katalog firm", "/katalog", "building-store", 10, "Katalog"));
        builder.Services.AddSingleton(new SitePage("Katalog firm", "/katalog", "firmy,członkowie,wyszukiwarka,mapa,usługi"));
        builder.Services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddPageRoute("/Directory/Catalog/Index", "/katalog/miejscowosc/{miejscowosc}"));
        builder.Services.AddStart();
        builder.Services.AddSingleton<PageAge>();
        builder.Services.AddScoped<FillWithDemo>();
        builder.Services.AddScoped<IFreshDatabase, DemoForNewcomers>().AddScoped<IFreshDatabase, DemoProposal>();
        builder.Services.AddImport();
        builder.AddEditor();
        builder.Services.AddLinks();
        builder.Services.AddSingleton(new NavItem("Podwójne wpisy", "/biuro/duplikaty", "copy", 107) { Group = "Biuro izby", Requires = (Resource.Duplicate, Act.Change) });
        builder.Services.AddScoped<FindDuplicates>().AddScoped<KeepApart>().AddScoped<MergeFirms>().AddScoped<UndoMerge>();
        builder.Services.AddScoped<ForgetDrafts>().AddSingleton<IFileUse, PhotosOfFirms>().AddSingleton<IFileUse, LogosOfFirms>();
    }

    private static void AddEditor(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new NavItem("Profil firmy", "/moja-firma", "building", 50, "Firma") { Group = "Moja firma", Requires = (Resource.CompanyTeam, Act.Change) });
        builder.Services.AddScoped<RateQuality>().AddScoped<SaveFirm>().AddScoped<SaveSection>().AddScoped<SaveEntry>().AddScoped<RemoveEntry>().AddScoped<Drafts>().AddScoped<ChangePhotos>().AddScoped<UndoChange>();
        builder.Services.AddSingleton(RequestNotices.ProfileRequest);
        builder.Services.AddScoped<SendProfileRequest>().AddScoped<SubmitProposal>().AddScoped<TakeProposal>();
        builder.Services.AddSingleton(new LetterPreview("Link do profilu firmy", texts => RequestLetters.ProfileRequest(texts, LetterPreview.Anna.Email, "Kaszub-Alu", LetterPreview.Secret, LetterPreview.Origin)));
        builder.Services.AddScoped<AddFirm>().AddScoped<ChangeFirmState>().AddScoped<VerifyFirm>().AddScoped<SetAutomatic>();
        builder.Services.AddScoped<ListEntries>().AddScoped<AddListEntry>().AddScoped<RenameListEntry>().AddScoped<MergeListEntries>();
    }

    public static void MapDirectory(this WebApplication app)
    {
        app.MapDirectoryApi();
        app.MapCompanyFiles();
    }
}
