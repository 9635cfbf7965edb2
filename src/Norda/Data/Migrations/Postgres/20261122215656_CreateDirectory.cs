using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Norda.Features.Directory;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

namespace Norda.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CreateDirectory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:Enum:company_status", "active,inactive,pending,archived")
                .Annotation("Npgsql:Enum:data_quality_level", "basic,partial,complete,verified");

            migrationBuilder.CreateTable(
                name: "categories",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    icon = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    sort_order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_categories", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "competencies",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    slug = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    category = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    description = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_competencies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_words",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    folded = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    display = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    firms = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_words", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "services",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    slug = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_services", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "companies",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    legal_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    slug = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    category_id = table.Column<int>(type: "integer", nullable: true),
                    nip = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    regon = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: true),
                    krs = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    website = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    phone = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    status = table.Column<CompanyStatus>(type: "company_status", nullable: false),
                    data_quality = table.Column<DataQualityLevel>(type: "data_quality_level", nullable: false),
                    digital_maturity_score = table.Column<int>(type: "integer", nullable: true),
                    ai_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    ai_tools_used = table.Column<List<string>>(type: "text[]", nullable: false),
                    description_short = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    description_full = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    legal_form = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    staff_band = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    founded = table.Column<DateOnly>(type: "date", nullable: true),
                    logo = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    updated_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    name_folded = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, defaultValue: ""),
                    name_sort = table.Column<byte[]>(type: "bytea", nullable: true, defaultValue: new byte[0]),
                    rank_static = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    search_terms = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: true, defaultValueSql: "''::tsvector"),
                    search_text = table.Column<string>(type: "text", nullable: true, defaultValue: ""),
                    tier = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)0),
                    address_building = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    address_commune = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    address_county = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    address_latitude = table.Column<double>(type: "double precision", nullable: true),
                    address_longitude = table.Column<double>(type: "double precision", nullable: true),
                    address_postal_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    address_street = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    address_town = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    address_unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    address_voivodeship = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_companies", x => x.id);
                    table.CheckConstraint("valid_email", "email ~* '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$'");
                    table.CheckConstraint("valid_nip", "nip ~ '^[0-9]{10}$'");
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
                    deletion = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    word_id = table.Column<int>(type: "integer", nullable: false)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    company_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    issuer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    year = table.Column<int>(type: "integer", nullable: true),
                    description = table.Column<string>(type: "text", nullable: true)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    company_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    slug = table.Column<string>(type: "character varying(90)", maxLength: 90, nullable: false),
                    issuer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    certificate_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    issue_date = table.Column<DateOnly>(type: "date", nullable: true),
                    expiry_date = table.Column<DateOnly>(type: "date", nullable: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
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
                    company_id = table.Column<int>(type: "integer", nullable: false),
                    competency_id = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    added_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    company_id = table.Column<int>(type: "integer", nullable: false),
                    contact_type = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    value = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    purpose = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    is_primary = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    source_url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    source_date = table.Column<DateOnly>(type: "date", nullable: true),
                    is_verified = table.Column<bool>(type: "boolean", nullable: false),
                    verified_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    verified_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    company_id = table.Column<int>(type: "integer", nullable: false),
                    event_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    event_date = table.Column<DateOnly>(type: "date", nullable: true),
                    source_url = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
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
                    company_id = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    is_main = table.Column<bool>(type: "boolean", nullable: false)
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
                    company_id = table.Column<int>(type: "integer", nullable: false),
                    service_id = table.Column<int>(type: "integer", nullable: false),
                    is_primary = table.Column<bool>(type: "boolean", nullable: false),
                    added_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true)
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
                    slug = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    company_id = table.Column<int>(type: "integer", nullable: false),
                    retired_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    company_id = table.Column<int>(type: "integer", nullable: false),
                    platform = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    verified_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    source = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    is_valid = table.Column<bool>(type: "boolean", nullable: true),
                    last_checked_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    check_status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    page_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    followers_count = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true)
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
                name: "ix_companies_search_terms",
                table: "companies",
                column: "search_terms",
                filter: "tier = 0")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_companies_search_terms1",
                table: "companies",
                column: "search_terms",
                filter: "tier = 1")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_companies_search_terms2",
                table: "companies",
                column: "search_terms",
                filter: "tier = 2")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_companies_search_terms3",
                table: "companies",
                column: "search_terms",
                filter: "tier = 3")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_companies_search_terms4",
                table: "companies",
                column: "search_terms",
                filter: "tier = 4")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_companies_search_terms5",
                table: "companies",
                column: "search_terms",
                filter: "tier = 5")
                .Annotation("Npgsql:IndexMethod", "gin");

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

            migrationBuilder.Sql(Norda.Data.Search.PostgresSearch.StoreTerms);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
