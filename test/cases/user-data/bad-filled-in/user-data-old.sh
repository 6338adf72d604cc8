#!/bin/sh
pip install -i ${mirror} flask
