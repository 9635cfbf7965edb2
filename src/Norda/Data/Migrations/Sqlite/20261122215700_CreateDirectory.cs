using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Norda.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CreateDirectory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "categories",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    icon = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    sort_order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_categories", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "competencies",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    description = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_competencies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_words",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    folded = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    display = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    firms = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_words", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "services",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_services", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "companies",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    legal_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    slug = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    category_id = table.Column<int>(type: "INTEGER", nullable: true),
                    nip = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    regon = table.Column<string>(type: "TEXT", maxLength: 14, nullable: true),
                    krs = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    website = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    data_quality = table.Column<string>(type: "TEXT", nullable: false),
                    digital_maturity_score = table.Column<int>(type: "INTEGER", nullable: true),
                    ai_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    ai_tools_used = table.Column<string>(type: "TEXT", nullable: false),
                    description_short = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    description_full = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    legal_form = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    staff_band = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    founded = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    logo = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 0),
                    name_folded = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true, defaultValue: ""),
                    name_sort = table.Column<byte[]>(type: "BLOB", nullable: true, defaultValue: new byte[0]),
                    rank_static = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 0),
                    search_text = table.Column<string>(type: "TEXT", nullable: true, defaultValue: ""),
                    tier = table.Column<short>(type: "INTEGER", nullable: false, defaultValue: (short)0),
                    address_building = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    address_commune = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    address_county = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    address_latitude = table.Column<double>(type: "REAL", nullable: true),
                    address_longitude = table.Column<double>(type: "REAL", nullable: true),
                    address_postal_code = table.Column<string>(type: "TEXT", maxLength: 6, nullable: true),
                    address_street = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    address_town = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    address_unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    address_voivodeship = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_companies", x => x.id);
                    table.CheckConstraint("company_status", "status IN ('active', 'inactive', 'pending', 'archived')");
                    table.CheckConstraint("data_quality_level", "data_quality IN ('basic', 'partial', 'complete', 'verified')");
                    table.CheckConstraint("valid_email", "email NOT GLOB '*[^A-Za-z0-9._%+@-]*' AND substr(email, instr(email, '@') + 1) NOT GLOB '*[^A-Za-z0-9.-]*' AND rtrim(lower(email), 'abcdefghijklmnopqrstuvwxyz') LIKE '_%@_%.' AND email GLOB '*[A-Za-z][A-Za-z]'");
                    table.CheckConstraint("valid_nip", "length(nip) = 10 AND nip NOT GLOB '*[^0-9]*'");
                    table.ForeignKey(
                        name: "fk_companies_categories_category_id",
                        column: x => x.category_id,
                        principalTable: "categories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "search_deletions",
                columns: table => new
                {
                    deletion = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    word_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_deletions", x => new { x.deletion, x.word_id });
                    table.ForeignKey(
                        name: "fk_search_deletions_search_words_word_id",
                        column: x => x.word_id,
                        principalTable: "search_words",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "awards",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    issuer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    year = table.Column<int>(type: "INTEGER", nullable: true),
                    description = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_awards", x => x.id);
                    table.ForeignKey(
                        name: "fk_awards_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "certifications",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 90, nullable: false),
                    issuer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    certificate_number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    issue_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    expiry_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certifications", x => x.id);
                    table.ForeignKey(
                        name: "fk_certifications_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "company_competencies",
                columns: table => new
                {
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    competency_id = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_company_competencies", x => new { x.company_id, x.competency_id });
                    table.ForeignKey(
                        name: "fk_company_competencies_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_company_competencies_competencies_competency_id",
                        column: x => x.competency_id,
                        principalTable: "competencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "company_contacts",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    contact_type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    is_primary = table.Column<bool>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    source_url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    source_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_verified = table.Column<bool>(type: "INTEGER", nullable: false),
                    verified_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    verified_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_company_contacts", x => x.id);
                    table.ForeignKey(
                        name: "fk_company_contacts_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "company_events",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    event_type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    event_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    source_url = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_company_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_company_events_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "company_pkd",
                columns: table => new
                {
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    is_main = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_company_pkd", x => new { x.company_id, x.code, x.edition });
                    table.ForeignKey(
                        name: "fk_company_pkd_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "company_services",
                columns: table => new
                {
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    service_id = table.Column<int>(type: "INTEGER", nullable: false),
                    is_primary = table.Column<bool>(type: "INTEGER", nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_company_services", x => new { x.company_id, x.service_id });
                    table.ForeignKey(
                        name: "fk_company_services_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_company_services_services_service_id",
                        column: x => x.service_id,
                        principalTable: "services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "company_slugs",
                columns: table => new
                {
                    slug = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    retired_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_company_slugs", x => x.slug);
                    table.ForeignKey(
                        name: "fk_company_slugs_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "company_social_media",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    platform = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    verified_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    is_valid = table.Column<bool>(type: "INTEGER", nullable: true),
                    last_checked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    check_status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    page_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    followers_count = table.Column<int>(type: "INTEGER", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_company_social_media", x => x.id);
                    table.ForeignKey(
                        name: "fk_company_social_media_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_awards_company_id",
                table: "awards",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_categories_name",
                table: "categories",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_categories_slug",
                table: "categories",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certifications_company_id",
                table: "certifications",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_certifications_slug",
                table: "certifications",
                column: "slug");

            migrationBuilder.CreateIndex(
                name: "ix_companies_category_id",
                table: "companies",
                column: "category_id");

            migrationBuilder.CreateIndex(
                name: "ix_companies_krs",
                table: "companies",
                column: "krs");

            migrationBuilder.CreateIndex(
                name: "ix_companies_name_folded",
                table: "companies",
                column: "name_folded");

            migrationBuilder.CreateIndex(
                name: "ix_companies_nip",
                table: "companies",
                column: "nip",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_companies_rank_static",
                table: "companies",
                column: "rank_static");

            migrationBuilder.CreateIndex(
                name: "ix_companies_regon",
                table: "companies",
                column: "regon");

            migrationBuilder.CreateIndex(
                name: "ix_companies_slug",
                table: "companies",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_company_competencies_competency_id",
                table: "company_competencies",
                column: "competency_id");

            migrationBuilder.CreateIndex(
                name: "ix_company_contacts_company_id_contact_type_value",
                table: "company_contacts",
                columns: new[] { "company_id", "contact_type", "value" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_company_events_company_id",
                table: "company_events",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_company_services_service_id",
                table: "company_services",
                column: "service_id");

            migrationBuilder.CreateIndex(
                name: "ix_company_slugs_company_id",
                table: "company_slugs",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_company_social_media_company_id_platform_url",
                table: "company_social_media",
                columns: new[] { "company_id", "platform", "url" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_company_social_media_verified_at",
                table: "company_social_media",
                column: "verified_at");

            migrationBuilder.CreateIndex(
                name: "ix_competencies_name",
                table: "competencies",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_competencies_slug",
                table: "competencies",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_search_deletions_word_id",
                table: "search_deletions",
                column: "word_id");

            migrationBuilder.CreateIndex(
                name: "ix_search_words_folded",
                table: "search_words",
                column: "folded",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_services_name",
                table: "services",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_services_slug",
                table: "services",
                column: "slug",
                unique: true);

            migrationBuilder.Sql(Norda.Data.Search.SqliteSearch.CreateTable);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop table companies_fts;");

            migrationBuilder.DropTable(
                name: "awards");

            migrationBuilder.DropTable(
                name: "certifications");

            migrationBuilder.DropTable(
                name: "company_competencies");

            migrationBuilder.DropTable(
                name: "company_contacts");

            migrationBuilder.DropTable(
                name: "company_events");

            migrationBuilder.DropTable(
                name: "company_pkd");

            migrationBuilder.DropTable(
                name: "company_services");

            migrationBuilder.DropTable(
                name: "company_slugs");

            migrationBuilder.DropTable(
                name: "company_social_media");

            migrationBuilder.DropTable(
                name: "search_deletions");

            migrationBuilder.DropTable(
                name: "competencies");

            migrationBuilder.DropTable(
                name: "services");

            migrationBuilder.DropTable(
                name: "companies");

            migrationBuilder.DropTable(
                name: "search_words");

            migrationBuilder.DropTable(
                name: "categories");
        }
    }
}
