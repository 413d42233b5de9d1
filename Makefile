# Órdenes del proyecto. «make» a secas las explica.
# Todo lo que hace falta se instala solo, dentro de .venv (y, para las pruebas, un navegador).

PYTHON ?= python3
export PYTHON

SHELL := /bin/bash
PY := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help site check serve diff verify dist proposal test faults lint types texts bench links audit sbom \
	lock clean build-env dev-env audit-env

help: ## muestra esta ayuda
	@echo "Uso: make ORDEN  [ARGS=\"opciones de build.py\"] [PYTHON=python3.12]"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

site: build-env ## construye el sitio en site/
	@echo "Construyendo el sitio…"
	@$(PY) build.py build $(ARGS)
	@echo "Listo. Abra site/index.html en su navegador, o mírelo con «make serve»."

check: build-env ## revisa los datos y los textos, sin construir nada
	@$(PY) build.py check $(ARGS)

serve: build-env ## construye el sitio, lo sirve en este equipo y sigue sus cambios
	@$(PY) build.py serve $(ARGS)

diff: build-env ## muestra qué cambia frente a BASE (make diff BASE=main)
	@$(PY) build.py diff $(BASE) $(ARGS)

verify: build-env ## comprueba que site/ es lo que se construyó: ni falta ni sobra ni cambió nada
	@$(PY) build.py verify $(ARGS)

dist: build-env ## prepara dist/ con el sitio ya construido, para publicarlo en otros servidores
	@$(PY) -m tools.dist

proposal: build-env ## escribe en reports/proposal/ qué cambia una propuesta frente a BASE
	@$(PY) -m tools.proposal $(BASE)

test: dev-env audit-env ## instala lo necesario y ejecuta todas las pruebas
	@$(MAKE) --no-print-directory lint types
	@echo "Ejecutando las pruebas…"
	@browser="$$($(PY) tools/browser.py)" && \
		QUIPU_BROWSER="$$browser" $(PY) -m pytest -n auto --dist loadfile --cov=quipu $(ARGS)

faults: dev-env ## mata 200 construcciones y llena discos: solo las pruebas de fallas (unos 10 minutos)
	@QUIPU_KILLS=200 $(PY) -m pytest tests/faults -rP $(ARGS)

lint: dev-env ## revisa el estilo del código
	@echo "Revisando el estilo…"
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --quiet --check . || \
		{ echo "Para dar el formato: .venv/bin/ruff format ."; exit 1; }

types: dev-env ## revisa los tipos del código
	@echo "Revisando los tipos…"
	@$(PY) -m mypy --no-error-summary

texts: build-env ## recoge los textos de plantillas y código, y actualiza las traducciones
	@$(PY) tools/texts.py

bench: dev-env ## mide tiempos y memoria, al lado de otros generadores (tarda; ARGS=--quick es breve)
	@$(PY) -m benchmarks $(ARGS)

links: build-env ## pregunta si las direcciones que citan los datos aún responden (reports/links.md)
	@$(PY) -m tools.links

audit: build-env audit-env ## busca vulnerabilidades conocidas en lo que fijan los candados (reports/audit.md)
	@$(PY) -m tools.audit

sbom: audit-env ## escribe en reports/sbom.cdx.json de qué paquetes depende el sitio (CycloneDX)
	@mkdir -p reports
	@.cache/audit/bin/python -W ignore -m cyclonedx_py requirements requirements/build.lock \
		--pyproject pyproject.toml --output-reproducible -o reports/sbom.cdx.json
	@echo "reports/sbom.cdx.json"

lock: ## rehace requirements/*.lock a partir de requirements/*.in
	@tools/bootstrap.sh lock
	@for name in build cluster dev lock audit; do \
		.cache/lock/bin/uv pip compile --quiet $(ARGS) requirements/$$name.in \
			-o requirements/$$name.lock --generate-hashes --universal --python-version 3.11 \
			--no-strip-extras \
			--no-emit-index-url --no-emit-find-links --no-header --no-annotate || exit 1; \
	done

clean: ## borra el sitio, el entorno y los archivos intermedios
	rm -rf site .site.* dist reports .venv .cache .pytest_cache .mypy_cache .ruff_cache \
		.import_linter_cache .hypothesis .coverage htmlcov tests/browser/failures
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

build-env:
	@tools/bootstrap.sh build

dev-env:
	@tools/bootstrap.sh dev

audit-env:
	@tools/bootstrap.sh audit
